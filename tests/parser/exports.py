"""Résumés as machines write them: JSON Resume and both kinds of Europass XML. The people are invented."""

from __future__ import annotations

import json
from typing import Any

JSON_RESUME: dict[str, Any] = {
    "basics": {
        "name": "Orla de Fennimore", "firstName": "Orla", "lastName": "de Fennimore",
        "email": "orla@post.example", "phone": "+44 20 7946 0321", "url": "https://orla.example",
        "summary": "Plans what others build.",
        "location": {"city": "Bath", "countryCode": "GB", "postalCode": "BA1"},
        "profiles": [{"network": "LinkedIn", "username": "orla", "url": "https://www.linkedin.com/in/orla"}],
    },
    "work": [
        {"name": "Quillfeather Ltd", "position": "Project Manager", "startDate": "2019-03-01",
         "summary": "Ran the office.", "highlights": ["Cut costs by a fifth"], "location": "Bristol"},
        {"company": "Mossgate plc", "position": "Clerk", "startDate": "2015", "endDate": "2019-02"},
    ],
    "education": [
        {"institution": "University of Bath", "area": "Mathematics", "studyType": "BSc",
         "startDate": "2011-09", "endDate": "2014-06"},
    ],
    "skills": [{"name": "Office", "keywords": ["Excel", "Jira"]}, {"name": "Whistling"}],
    "languages": [{"language": "English", "fluency": "Native"}, {"language": "Welsh"}],
    "certificates": [{"name": "PRINCE2 Practitioner", "issuer": "Axelos"}],
    "interests": [{"name": "Bees"}],
}  # fmt: skip


def json_resume(**changes: Any) -> bytes:
    """The JSON Resume with some sections changed."""
    return json.dumps({**JSON_RESUME, **changes}).encode()


SKILLS_PASSPORT = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><Identification>
<PersonName><FirstName>Orla</FirstName><Surname>de Fennimore</Surname></PersonName><ContactInfo>
<Address><Contact><Municipality>Bath</Municipality><Country><Code>UK</Code><Label>United Kingdom</Label>
</Country>
</Contact></Address><Email><Contact>orla@post.example</Contact></Email><TelephoneList><Telephone>
<Contact>+44 20 7946 0321</Contact></Telephone></TelephoneList><WebsiteList><Website>
<Contact>https://orla.example</Contact></Website></WebsiteList></ContactInfo></Identification>
<WorkExperienceList><WorkExperience><Period><From year="2019" month="--03" day="---01"/>
<Current>true</Current>
</Period><Position><Label>Project Manager</Label></Position><Activities>&lt;p&gt;Ran the office.&lt;/p&gt;
</Activities><Employer><Name>Quillfeather Ltd</Name><ContactInfo><Address><Contact><Municipality>Bristol
</Municipality></Contact></Address></ContactInfo></Employer></WorkExperience><WorkExperience><Period>
<From year="2015"/><To year="2019" month="--02"/><Current>false</Current></Period><Position>
<Label>Clerk</Label>
</Position><Employer><Name>Mossgate plc</Name></Employer></WorkExperience></WorkExperienceList>
<EducationList><Education><Period><From year="2011" month="--09"/><To year="2014" month="--06"/></Period>
<Title>BSc</Title><Organisation><Name>University of Bath</Name></Organisation><Field>
<Label>Mathematics</Label>
</Field></Education></EducationList><Skills><Linguistic><MotherTongueList><MotherTongue><Description>
<Label>English</Label></Description></MotherTongue></MotherTongueList><ForeignLanguageList><ForeignLanguage>
<Description><Label>Welsh</Label></Description></ForeignLanguage></ForeignLanguageList></Linguistic>
<Computer>
<Description>Excel, Jira, Whistling</Description></Computer></Skills></LearnerInfo></SkillsPassport>"""

CANDIDATE = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
 xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3"><CandidatePerson><PersonName>
<oa:GivenName>Orla</oa:GivenName><hr:FamilyName>de Fennimore</hr:FamilyName></PersonName><Communication>
<ChannelCode>Email</ChannelCode><oa:URI>orla@post.example</oa:URI></Communication><Communication>
<ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>44</CountryDialing>
<oa:DialNumber>20 7946 0321</oa:DialNumber></Communication><Communication><ChannelCode>Web</ChannelCode>
<oa:URI>https://orla.example</oa:URI></Communication><Communication><UseCode>home</UseCode><Address>
<oa:CityName>Bath</oa:CityName><oa:CountryCode>GB</oa:CountryCode></Address></Communication>
<PrimaryLanguageCode name="NORMAL">eng</PrimaryLanguageCode></CandidatePerson>
<CandidateProfile languageCode="en">
<hr:ExecutiveSummary>Plans what others build.</hr:ExecutiveSummary><EmploymentHistory><EmployerHistory>
<hr:OrganizationName>Quillfeather Ltd</hr:OrganizationName><PositionHistory><PositionTitle>Project Manager
</PositionTitle><eures:EmploymentPeriod><eures:StartDate>
<hr:FormattedDateTime>2019-03</hr:FormattedDateTime>
</eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
<oa:Description>&lt;ul&gt;&lt;li&gt;Ran the office.&lt;/li&gt;&lt;/ul&gt;</oa:Description>
<City>Bristol</City>
</PositionHistory></EmployerHistory><EmployerHistory><hr:OrganizationName>Mossgate plc</hr:OrganizationName>
<PositionHistory><PositionTitle>Clerk</PositionTitle><eures:EmploymentPeriod><eures:StartDate>
<hr:FormattedDateTime>2015</hr:FormattedDateTime></eures:StartDate><eures:EndDate>
<hr:FormattedDateTime>2019-02-28</hr:FormattedDateTime></eures:EndDate></eures:EmploymentPeriod>
</PositionHistory>
</EmployerHistory></EmploymentHistory><EducationHistory><EducationOrganizationAttendance>
<hr:OrganizationName>University of Bath</hr:OrganizationName><ProgramName>Mathematics</ProgramName>
<AttendancePeriod><StartDate><hr:FormattedDateTime>2011-09</hr:FormattedDateTime></StartDate><EndDate>
<hr:FormattedDateTime>2014-06</hr:FormattedDateTime></EndDate></AttendancePeriod><EducationDegree>
<hr:DegreeName>BSc</hr:DegreeName></EducationDegree></EducationOrganizationAttendance></EducationHistory>
<PersonQualifications><PersonCompetency><CompetencyID schemeName="NORMAL">cym</CompetencyID>
<hr:TaxonomyID>language</hr:TaxonomyID></PersonCompetency></PersonQualifications><DigitalSkills>
<DigitalSkill>Excel</DigitalSkill><DigitalSkill>Jira | Whistling</DigitalSkill></DigitalSkills>
</CandidateProfile></Candidate>"""

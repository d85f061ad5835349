# ruff: noqa: E501 - word lists
"""Portuguese: people of Brazil and Portugal."""

LABELS = (
    "work=Experiência profissional;study=Formação acadêmica;skills=Competências;certs=Certificações;tongues=Idiomas;about=Perfil;"
    "contact=Contato;now=Atual;since=Desde;in= em ;period=Período;employer=Empresa;position=Cargo;tasks=Atividades;degree=Curso;"
    "school=Instituição;thesis=Dissertação:;at= na ;born=Nacionalidade;nation=brasileira;hobby=Interesses;hobbies=Fotografia, corrida;"
    "mail=E-mail;phone=Telefone;place=Endereço;name=Nome;project=Projetos;publications=Publicações;refs=Referências;"
    "onrequest=Disponíveis mediante solicitação;courses=Cursos;tech=Ferramentas;of=de;and=e"
)
HEADINGS = {
    "work": "Experiência; Experiência Profissional; Experiências Profissionais; Histórico Profissional",
    "study": "Formação; Formação Acadêmica; Educação; Escolaridade",
    "skills": "Habilidades; Competências; Conhecimentos; Competências Técnicas",
    "certs": "Certificações; Certificados; Cursos e Certificações",
    "tongues": "Idiomas; Línguas",
    "about": "Perfil; Sobre mim; Resumo; Resumo Profissional; Objetivo",
    "contact": "Contato; Dados Pessoais; Informações de Contato",
    "hobby": "Interesses; Hobbies",
    "project": "Projetos",
}
NOW = "Atual; atual; Atualmente; o momento; Presente; Hoje"
FIRST = (
    "Thaís; Murilo; Beatriz; Otávio; Larissa; Caio; Raíssa; Everton; Luciana; Vinícius; Débora; Tiago; Jussara; Gustavo; Mônica; Duarte; Inês; Rui;"
    " Catarina; Afonso; Janaína; Wellington; Simone; Leandro; Graça; Nelson; Priscila; Henrique; Vera; Jonas"
)
LAST = (
    "Nogueira; Sampaio; Bittencourt; Falcão; Vasconcelos; Peixoto; Guimarães; Tavares; Drummond; Furtado; Carvalhal; Meireles; Antunes; Brandão; Siqueira;"
    " Valadares; Quaresma; Pacheco; Leitão; Serrano; Figueiredo; Camargo; Bulhões; Espíndola; Louzada; Mascarenhas; Resende; Toscano"
)
COUNTRIES: tuple[str, ...] = (
    "BR|55|(41) 99876-5###;+55 11 91234-5###;81 3456-7###;(21) 98765 4###;+55 (51) 99123-4###|Curitiba=PR;São Paulo=SP;Recife=PE;Porto Alegre=RS;Salvador=BA;Fortaleza=CE;Campinas=SP;Goiânia=GO;Natal=RN|{t}, {s};{t} - {s};{t}/{s};{t}, {s}, Brasil;Rua das Flores, 120, {t} - {s}",
    "PT|351|+351 912 345 6##;+351 21 123 4###|Lisboa;Porto;Braga;Coimbra;Aveiro|{t}, Portugal",
)
SURNAME_COUNT = 1
TRADES = """
Engenheira de Dados > Desenvolvedor Full Stack > Programador Júnior > Estagiário de TI | Ciência da Computação; Sistemas de Informação; Engenharia de Software | Python; SQL; Docker; Java; Git; PostgreSQL; AWS; React; Node.js
Coordenadora Pedagógica > Professora de Matemática > Professora Substituta > Monitora | Pedagogia; Matemática; Letras | Planejamento de aulas; Trabalho em equipe; Educação inclusiva; Excel; Mediação de conflitos
Enfermeira Chefe > Enfermeira > Técnica de Enfermagem | Enfermagem; Gestão em Saúde; Fisioterapia | Primeiros socorros; Curativos; Triagem; UTI; Administração de medicamentos
Mestre de Obras > Pedreiro > Servente | Edificações; Engenharia Civil; Segurança do Trabalho | Leitura de projetos; AutoCAD; Alvenaria; Acabamento; NR-18
Gerente Comercial > Consultor de Vendas > Vendedora | Administração; Marketing; Gestão Comercial | Negociação; Excel; CRM; Prospecção; Atendimento ao cliente; Salesforce
Analista Financeira > Assistente Administrativo > Auxiliar de Escritório | Ciências Contábeis; Economia; Administração | Excel; SAP; Conciliação bancária; Folha de pagamento; Contas a pagar; Power BI
Chef de Cozinha > Cozinheiro > Auxiliar de Cozinha | Gastronomia; Nutrição; Hotelaria | Confeitaria; Fichas técnicas; Controle de estoque; Boas práticas
Coordenador de Logística > Analista de Estoque > Operador de Empilhadeira | Logística; Engenharia de Produção; Comércio Exterior | SAP; WMS; Roteirização; Excel; Inventário
Analista de RH > Assistente de Recrutamento > Recepcionista | Psicologia; Gestão de Recursos Humanos; Serviço Social | Gestão de pessoas; Entrevistas; Folha de pagamento; eSocial; Treinamento
Pesquisadora > Professor Assistente > Bolsista de Iniciação Científica | Biologia; Química; História; Física | R; LaTeX; Estatística; Cromatografia; Redação científica
Advogada > Assistente Jurídico > Estagiário de Direito | Direito; Relações Internacionais; Ciência Política | Contratos; Direito trabalhista; Peticionamento; LGPD
Eletricista Líder > Eletricista > Ajudante de Manutenção | Eletrotécnica; Automação Industrial; Mecatrônica | CLP; NR-10; Instalações prediais; Comandos elétricos
Designer de Produto > Designer Gráfico > Diagramador | Design; Publicidade; Artes Visuais | Figma; Illustrator; Photoshop; Prototipagem; HTML
Facilitadora de Comunidades > Articulador Cultural > Voz do Cliente | Jornalismo; Comunicação Social; Letras | SEO; Redação; WordPress; Redes sociais; Canva
"""
FIRM_FORMS = (
    "{x}; {x}; {x}; {x} Ltda; {x} S.A.; Grupo {x}; {x} & {y}; {x} Tecnologia; Colégio {x}; Hospital {x}; Construtora {x}; Prefeitura de {t}; Banco {x};"
    " {x} Consultoria; Restaurante {x}; Universidade de {t}; Transportadora {x}; Casa {x}; {x} Engenharia; Clínica {x}; {x} {y}; Editora {x}"
)
STEMS = "Vered Ip Arue Serr Lum Rio Mant Jac Cer Pitang Sant Ver Aur Brum Cal Fig Igar Jur Mar Nasc Our Pal Sab Tamb Umb Arapu Capi"
TAILS = "as ê eira ano ina ira iqueira uba era al orá ônia anga í ema oca aré una ada ista"
SCHOOL_FORMS = "Universidade Federal de {t}; Universidade de {t}; Centro Universitário {x}; SENAI {t}; Faculdade {x}; Instituto Politécnico de {t}; Escola Técnica {x}; PUC {t}; Universidade {x}"
DEGREES = "Mestrado; Licenciatura; Bacharelado; Graduação; Curso Técnico; Doutorado; Pós-graduação; MBA; Tecnólogo; Especialização"
SCHOOL_LEAVING = "Ensino Médio"
CERTS = (
    "Certificação Scrum Master=Scrum.org; NR-35 Trabalho em Altura=SENAI; AWS Cloud Practitioner=Amazon; NR-10 Básico=SENAI; Google Ads Search=Google;"
    " CPA-20=ANBIMA; Boas Práticas de Manipulação de Alimentos=SENAC; PMP=PMI; Suporte Básico de Vida=AHA; Excel Avançado=Microsoft; First Certificate in English=Cambridge"
)
TASKS = (
    "Planejamento semanal das escalas de uma equipe de {n} pessoas; Implantação de uma lista de verificação que reduziu as queixas pela metade;"
    " Relatórios trimestrais à diretoria; Treinamento de novos colegas em normas de segurança; Atendimento diário a mais de {n} clientes;"
    " Redução de {n} % no tempo de espera; Elaboração de manuais usados hoje por outras três unidades;"
    " Negociação de contratos com fornecedores de quatro países; Manutenção de equipamentos e compra de peças;"
    " Coordenação de um projeto de {n} mil reais concluído antes do prazo; Criação de painéis que a gerência lê toda segunda-feira;"
    " Orientação de {n} aprendizes, todos aprovados nos exames; Conferência de notas fiscais e solução de divergências;"
    " Organização de eventos abertos à comunidade; Preparação de materiais e horários dos cursos; Digitalização do arquivo sem parar o atendimento"
)
ABOUTS = (
    "Pessoa responsável e curiosa, calma nas semanas difíceis. Gosto de planos claros e reuniões curtas. Busco um lugar onde o bom trabalho seja valorizado.;"
    "Explico o que é difícil com palavras simples e aprendo rápido. Mais de dez anos em equipes diversas.;"
    "Pontual, simpática e acostumada a assumir responsabilidades."
)
TONGUES = "Português=nativo; Inglês=avançado; Espanhol=intermediário; Francês=básico"

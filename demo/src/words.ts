import type { Settings } from "./settings.ts";

/** Words of the patient app. Those of the kit come with the kit. */
export interface Words {
  signedIn: string;
  title: string;
  lead: string;
  sources: string;
  empty: string;
  privacy: string;
  visit: string;
  visitLead: string;
  visitOpen: string;
  visitTitle: string;
  visitText: string;
  visitClose: string;
}

export const words: Readonly<Record<Settings["language"], Words>> = {
  en: {
    signedIn: "Signed in as a demo patient",
    title: "Connected health data",
    lead: "Bring in records from your pharmacy, your clinic or your watch, and your care team sees what you see.",
    sources: "Your sources",
    empty: "What you connect is listed here.",
    privacy: "You choose what to share, and you can stop at any time. Your passwords never reach Otterbrook.",
    visit: "Before your visit",
    visitLead: "Share your medications with your doctor before Thursday.",
    visitOpen: "Get ready",
    visitTitle: "Get ready for your visit",
    visitText:
      "Connect the pharmacy that fills your prescriptions. Your doctor can then check them for interactions before you meet.",
    visitClose: "Not now",
  },
  es: {
    signedIn: "Sesión iniciada como paciente de prueba",
    title: "Datos de salud conectados",
    lead: "Reúne los datos de tu farmacia, tu clínica o tu reloj, y tu equipo médico verá lo mismo que tú.",
    sources: "Tus fuentes",
    empty: "Aquí verás lo que conectes.",
    privacy:
      "Tú decides qué compartir y puedes dejar de hacerlo cuando quieras. Tus contraseñas nunca llegan a Otterbrook.",
    visit: "Antes de tu cita",
    visitLead: "Comparte tus medicamentos con tu equipo médico antes del jueves.",
    visitOpen: "Prepararme",
    visitTitle: "Prepara tu cita",
    visitText:
      "Conecta la farmacia que surte tus recetas. Tu equipo médico podrá revisar posibles interacciones antes de verte.",
    visitClose: "Ahora no",
  },
  fr: {
    signedIn: "Connecté en tant que patient de démonstration",
    title: "Données de santé connectées",
    lead: "Réunissez les données de votre pharmacie, de votre clinique ou de votre montre : votre équipe soignante voit ce que vous voyez.",
    sources: "Vos sources",
    empty: "Ce que vous connectez apparaît ici.",
    privacy:
      "Vous choisissez ce que vous partagez et pouvez arrêter à tout moment. Vos mots de passe ne parviennent jamais à Otterbrook.",
    visit: "Avant votre rendez-vous",
    visitLead: "Partagez vos médicaments avec votre médecin avant jeudi.",
    visitOpen: "Me préparer",
    visitTitle: "Préparez votre rendez-vous",
    visitText:
      "Connectez la pharmacie qui délivre vos ordonnances. Votre médecin pourra vérifier les interactions avant de vous voir.",
    visitClose: "Pas maintenant",
  },
  de: {
    signedIn: "Angemeldet als Testperson",
    title: "Verbundene Gesundheitsdaten",
    lead: "Führen Sie Daten aus Ihrer Apotheke, Ihrer Praxis oder Ihrer Uhr zusammen: Ihr Behandlungsteam sieht, was Sie sehen.",
    sources: "Ihre Quellen",
    empty: "Was Sie verbinden, erscheint hier.",
    privacy:
      "Sie entscheiden, was Sie teilen, und können jederzeit damit aufhören. Ihre Passwörter gelangen nie zu Otterbrook.",
    visit: "Vor Ihrem Termin",
    visitLead: "Teilen Sie Ihre Medikamente vor Donnerstag mit Ihrer Ärztin oder Ihrem Arzt.",
    visitOpen: "Vorbereiten",
    visitTitle: "Ihren Termin vorbereiten",
    visitText:
      "Verbinden Sie die Apotheke, die Ihre Rezepte einlöst. So lassen sich Wechselwirkungen vor Ihrem Termin prüfen.",
    visitClose: "Nicht jetzt",
  },
  pt: {
    signedIn: "Sessão iniciada como paciente de demonstração",
    title: "Dados de saúde conectados",
    lead: "Reúna os dados da sua farmácia, da sua clínica ou do seu relógio, e sua equipe de saúde verá o que você vê.",
    sources: "Suas fontes",
    empty: "O que você conectar aparece aqui.",
    privacy: "Você escolhe o que compartilhar e pode parar quando quiser. Suas senhas nunca chegam à Otterbrook.",
    visit: "Antes da sua consulta",
    visitLead: "Compartilhe seus medicamentos com sua equipe médica até quinta-feira.",
    visitOpen: "Preparar",
    visitTitle: "Prepare sua consulta",
    visitText:
      "Conecte a farmácia que fornece seus medicamentos. A equipe médica poderá verificar interações antes da consulta.",
    visitClose: "Agora não",
  },
  zh: {
    signedIn: "已以演示患者身份登录",
    title: "已连接的健康数据",
    lead: "将药房、诊所或手表中的数据汇集在一起，您的医护团队便能看到您所看到的内容。",
    sources: "您的数据来源",
    empty: "您连接的来源会显示在这里。",
    privacy: "由您决定分享哪些内容，并可随时停止。Otterbrook 绝不会获得您的密码。",
    visit: "就诊之前",
    visitLead: "请在周四之前与医生分享您的用药情况。",
    visitOpen: "开始准备",
    visitTitle: "为就诊做好准备",
    visitText: "请连接为您配药的药房。医生可以在见面之前检查药物相互作用。",
    visitClose: "以后再说",
  },
  ja: {
    signedIn: "デモ患者としてログイン中",
    title: "接続した健康データ",
    lead: "薬局、クリニック、時計のデータをまとめると、医療チームも同じ情報を確認できます。",
    sources: "接続元",
    empty: "接続したものがここに表示されます。",
    privacy: "共有する内容はご自身で選べ、いつでも停止できます。パスワードが Otterbrook に渡ることはありません。",
    visit: "受診の前に",
    visitLead: "木曜日までに、お薬の情報を医師と共有してください。",
    visitOpen: "準備する",
    visitTitle: "受診の準備",
    visitText: "処方薬を受け取っている薬局を接続してください。医師が受診前に飲み合わせを確認できます。",
    visitClose: "後で",
  },
  ko: {
    signedIn: "데모 환자로 로그인됨",
    title: "연결된 건강 데이터",
    lead: "약국, 병원, 시계의 데이터를 한곳에 모으면 의료진도 같은 내용을 볼 수 있습니다.",
    sources: "내 데이터 출처",
    empty: "연결한 출처가 여기에 표시됩니다.",
    privacy: "무엇을 공유할지 직접 선택하고 언제든지 중단할 수 있습니다. 비밀번호는 Otterbrook에 전달되지 않습니다.",
    visit: "진료 전에",
    visitLead: "목요일 전까지 복용 중인 약을 의료진과 공유하세요.",
    visitOpen: "준비하기",
    visitTitle: "진료 준비하기",
    visitText: "처방약을 조제하는 약국을 연결하세요. 의료진이 진료 전에 약물 상호작용을 확인할 수 있습니다.",
    visitClose: "나중에",
  },
  vi: {
    signedIn: "Đã đăng nhập với tư cách bệnh nhân thử nghiệm",
    title: "Dữ liệu sức khỏe đã kết nối",
    lead: "Tập hợp dữ liệu từ nhà thuốc, phòng khám hoặc đồng hồ của quý vị để đội ngũ chăm sóc thấy những gì quý vị thấy.",
    sources: "Nguồn của quý vị",
    empty: "Những gì quý vị kết nối sẽ hiển thị ở đây.",
    privacy:
      "Quý vị chọn nội dung chia sẻ và có thể dừng bất cứ lúc nào. Mật khẩu của quý vị không bao giờ đến Otterbrook.",
    visit: "Trước buổi khám",
    visitLead: "Hãy chia sẻ thuốc của quý vị với bác sĩ trước thứ Năm.",
    visitOpen: "Chuẩn bị",
    visitTitle: "Chuẩn bị cho buổi khám",
    visitText:
      "Hãy kết nối nhà thuốc cấp thuốc theo toa cho quý vị. Bác sĩ có thể kiểm tra tương tác thuốc trước khi gặp quý vị.",
    visitClose: "Để sau",
  },
  ar: {
    signedIn: "تم تسجيل الدخول كمريض تجريبي",
    title: "البيانات الصحية المتصلة",
    lead: "يمكن جمع البيانات من الصيدلية أو العيادة أو الساعة ليطّلع عليها فريق الرعاية أيضًا.",
    sources: "المصادر",
    empty: "تظهر هنا المصادر التي يتم توصيلها.",
    privacy: "يمكن اختيار ما تتم مشاركته والتوقف في أي وقت. لا تصل كلمات المرور إلى Otterbrook أبدًا.",
    visit: "قبل الزيارة",
    visitLead: "مشاركة الأدوية مع الفريق الطبي قبل يوم الخميس.",
    visitOpen: "الاستعداد",
    visitTitle: "الاستعداد للزيارة",
    visitText: "يمكن توصيل الصيدلية التي تصرف الوصفات ليتحقق الفريق الطبي من التداخلات الدوائية قبل الزيارة.",
    visitClose: "ليس الآن",
  },
};

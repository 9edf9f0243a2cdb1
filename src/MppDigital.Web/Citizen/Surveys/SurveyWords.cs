using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Surveys;

/// <summary>The nine questions of Permen PANRB 14/2017 with the answers that it prints, and what stands around them.</summary>
internal static class SurveyWords
{
    public static string Title => Language.Pick("Survei kepuasan", "Satisfaction survey");

    public static string Intro => Language.Pick("Tulis kode survei dari tanda terima, tiket antrean, atau halaman permohonan Anda. Anda tidak perlu masuk.", "Write the survey code from your receipt, queue ticket or application page. You need not sign in.");

    public static string Code => Language.Pick("Kode survei", "Survey code");

    public static string CodeHint => Language.Pick("12 huruf dan angka. Besar kecil huruf tidak berpengaruh.", "12 letters and digits. Capitals do not matter.");

    public static string WriteCode => Language.Pick("Tulis kode survei, 12 huruf dan angka.", "Write the survey code, 12 letters and digits.");

    public static string Continue => Language.Pick("Lanjut", "Continue");

    public static string Thanks => Language.Pick("Terima kasih, penilaian Anda sudah kami terima", "Thank you, we have your answers");

    public static string ThanksText => Language.Pick("Hasilnya kami umumkan bersama jawaban orang lain, tanpa nama. Unsur yang nilainya paling rendah kami perbaiki.", "We publish them together with those of others, without names. What is rated lowest we improve.");

    public static string Results => Language.Pick("Lihat hasil survei", "See the results");

    public static string Next => Language.Pick("Isi survei lain", "Answer another survey");

    public static string How => Language.Pick("Bagaimana pelayanan kami?", "How was our service?");

    public static string Apart => Language.Pick("Jawaban Anda disimpan terpisah dari permohonan dan nama Anda. Petugas tidak dapat tahu siapa menjawab apa.", "Your answers are kept apart from your application and your name. Staff cannot know who answered what.");

    public static string Until(DateOnly day) => Language.Pick($"Dapat diisi sampai {Dates.Full(day)}, satu kali.", $"Open until {Dates.Full(day)}, once.");

    public static string ChooseOne => Language.Pick("Pilih salah satu.", "Choose one.");

    public static string TooManyWords => Language.Pick($"Tulis paling banyak {AnswerSurvey.MostWords} huruf, tanpa tanda yang tak terlihat.", $"Write {AnswerSurvey.MostWords} characters at most, no invisible ones.");

    public static string OwnWords => Language.Pick("Yang ingin Anda sampaikan (boleh kosong)", "Anything else you want to say (optional)");

    public static string OwnWordsHint => Language.Pick("Jangan tulis nama atau nomor siapa pun.", "Write nobody's name or number.");

    public static string AboutYou => Language.Pick("Tentang Anda (boleh kosong)", "About you (optional)");

    public static string AboutYouText => Language.Pick("Hanya untuk melihat apakah semua kelompok terlayani.", "Only to see whether all groups are served well.");

    public static string Send => Language.Pick("Kirim penilaian", "Send answers");

    public static string NotSaid => Language.Pick("Tidak saya isi", "I would rather not say");

    public static string Invite => Language.Pick("Nilai pelayanan ini", "Rate this service");

    public static string InviteText(DateOnly day) => Language.Pick($"Sembilan pertanyaan, dua menit, tanpa nama. Sampai {Dates.Full(day)}.", $"Nine questions, two minutes, no name. Until {Dates.Full(day)}.");

    /// <summary>Name of the field that holds an element's score.</summary>
    public static string FieldOf(SurveyElement element) => $"u-{element.ToString().ToLowerInvariant()}";

    public static string Question(SurveyElement element) => element switch
    {
        SurveyElement.Requirements => Language.Pick("Apakah persyaratan sesuai dengan jenis pelayanannya?", "Do the requirements fit the service?"),
        SurveyElement.Procedure => Language.Pick("Apakah prosedurnya mudah?", "Was the procedure easy?"),
        SurveyElement.Time => Language.Pick("Apakah waktu penyelesaiannya cepat?", "Was it done quickly?"),
        SurveyElement.Fee => Language.Pick("Bagaimana biayanya?", "How was the fee?"),
        SurveyElement.Product => Language.Pick("Apakah hasil yang Anda terima sesuai dengan standarnya?", "Is what you received as promised?"),
        SurveyElement.Competence => Language.Pick("Apakah petugasnya mampu?", "Were the staff competent?"),
        SurveyElement.Conduct => Language.Pick("Apakah petugasnya sopan dan ramah?", "Were the staff polite and friendly?"),
        SurveyElement.Complaints => Language.Pick("Bagaimana pengaduan, saran, dan masukan ditangani?", "How are complaints and suggestions handled?"),
        _ => Language.Pick("Bagaimana sarana dan prasarananya?", "How are the facilities?"),
    };

    public static IReadOnlyList<HeldChoice> Answers(SurveyElement element) =>
        [.. AnswerTexts(element).Split('|').Select((text, i) => new HeldChoice($"{i + 1}", text, ""))];

    /// <summary>The four questions about whoever answers: name of the field, label, answers with the names of the interface.</summary>
    public static IReadOnlyList<(string Name, string Label, IReadOnlyList<(string Value, string Text)> Options)> Profile =>
    [
        ("umur", Language.Pick("Umur", "Age"),
            [("Under25", Language.Pick("Di bawah 25 tahun", "Under 25")), ("From25To34", "25-34"), ("From35To44", "35-44"), ("From45To54", "45-54"), ("From55", Language.Pick("55 tahun ke atas", "55 and over"))]),
        ("kelamin", Language.Pick("Jenis kelamin", "Sex"), [("Female", Language.Pick("Perempuan", "Female")), ("Male", Language.Pick("Laki-laki", "Male"))]),
        ("pendidikan", Language.Pick("Pendidikan terakhir", "Education"),
            [("Primary", Language.Pick("SD atau SMP", "Primary or lower secondary")), ("Secondary", Language.Pick("SMA atau SMK", "Upper secondary")), ("Diploma", Language.Pick("Diploma", "Diploma")), ("Bachelor", Language.Pick("Sarjana (S1)", "Bachelor")), ("Postgraduate", Language.Pick("S2 atau S3", "Postgraduate"))]),
        ("pekerjaan", Language.Pick("Pekerjaan", "Work"),
            [("CivilServant", Language.Pick("ASN, TNI, atau Polri", "Public service or forces")), ("Employee", Language.Pick("Pegawai swasta", "Employee")), ("SelfEmployed", Language.Pick("Wirausaha", "Self-employed")), ("Farmer", Language.Pick("Petani atau nelayan", "Farmer or fisher")), ("Student", Language.Pick("Pelajar atau mahasiswa", "Student")), ("Other", Language.Pick("Lainnya", "Other"))]),
    ];

    private static string AnswerTexts(SurveyElement element) => element switch
    {
        SurveyElement.Requirements or SurveyElement.Product => Language.Pick("Tidak sesuai|Kurang sesuai|Sesuai|Sangat sesuai", "Not at all|Not quite|Yes|Fully"),
        SurveyElement.Procedure => Language.Pick("Tidak mudah|Kurang mudah|Mudah|Sangat mudah", "Not easy|Not very easy|Easy|Very easy"),
        SurveyElement.Time => Language.Pick("Tidak cepat|Kurang cepat|Cepat|Sangat cepat", "Not quick|Not very quick|Quick|Very quick"),
        SurveyElement.Fee => Language.Pick("Sangat mahal|Cukup mahal|Murah|Gratis", "Very high|Rather high|Low|Free"),
        SurveyElement.Competence => Language.Pick("Tidak mampu|Kurang mampu|Mampu|Sangat mampu", "Not competent|Not very competent|Competent|Very competent"),
        SurveyElement.Conduct => Language.Pick("Tidak sopan|Kurang sopan|Sopan dan ramah|Sangat sopan dan ramah", "Not polite|Not very polite|Polite|Very polite"),
        SurveyElement.Complaints => Language.Pick("Tidak ada|Ada, tidak berfungsi|Ada, kurang maksimal|Dikelola dengan baik", "Not at all|There is a way, but it does not work|It works in part|Handled well"),
        _ => Language.Pick("Buruk|Cukup|Baik|Sangat baik", "Bad|Fair|Good|Very good"),
    };
}

using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Visits.Queue;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Performance;

internal static class FiguresWords
{
    public static string Title => Language.Pick("Kinerja", "Performance");

    public static string Heading(string regency) => Language.Pick($"Kinerja pelayanan {regency}", $"How {regency} serves");

    public static string Lead => Language.Pick("Angka nyata dari sistem, bukan janji. Diperbarui setiap menit.", "Real figures from the system, not promises. Updated every minute.");

    public static string AsOf(string moment) => Language.Pick($"Keadaan {moment}.", $"As of {moment}.");

    public static string SinceStart => Language.Pick("Sejak dibuka", "Since it opened");

    public static string Applications => Language.Pick("Permohonan masuk", "Applications");

    public static string Decided => Language.Pick("Diputus", "Decided");

    public static string Deemed => Language.Pick("Terbit karena batas lewat", "Granted because the limit passed");

    public static string Issued => Language.Pick("Dokumen terbit", "Documents issued");

    public static string NotAsked => Language.Pick("Pertanyaan yang tak perlu dijawab", "Questions nobody had to answer");

    public static string Satisfaction => Language.Pick("Kepuasan masyarakat tahun ini", "Satisfaction this year");

    public static string SatisfactionMore => Language.Pick("Lihat sembilan unsur", "See the nine elements");

    public static string Complaints => Language.Pick("Aduan, 12 bulan terakhir", "Complaints, last 12 months");

    public static string ComplaintsMore => Language.Pick("Lihat aduan dan perbaikan", "See complaints and what was done");

    public static string OpenFor(double? days) => days is { } half ? Language.Pick($"Separuh aduan terbuka berumur paling lama {Days(half)} hari.", $"Half of the open complaints are no older than {Days(half)} days.") : Language.Pick("Umur aduan terbuka: belum diketahui, kurang dari lima.", "Age of the open ones: not known, fewer than five.");

    public static string AnsweredIn(double? days) => days is { } half ? Language.Pick($"Separuh dijawab dalam {Days(half)} hari.", $"Half were answered within {Days(half)} days.") : Language.Pick("Lama menjawab: belum diketahui, kurang dari lima.", "Time to answer: not known, fewer than five.");

    public static string OpenNow(int? count) => Language.Pick($"Terbuka sekarang: {Count(count)}", $"Open now: {Count(count)}");

    public static string Age(string days) => days switch
    {
        "0-14" => Language.Pick("sampai 14 hari", "up to 14 days"),
        "15-60" => Language.Pick("15 sampai 60 hari", "15 to 60 days"),
        _ => Language.Pick("lebih dari 60 hari", "more than 60 days"),
    };

    public static string ComplaintsCsv => Language.Pick("Aduan sebagai CSV", "Complaints as CSV");

    public static string Queue => Language.Pick("Menunggu di gedung, 28 hari terakhir", "Waiting in the hall, last 28 days");

    public static string QueueCsv => Language.Pick("Antrean sebagai CSV", "Queue as CSV");

    public static string Part(string part) => part switch
    {
        "before-10" => Language.Pick("Datang sebelum 10.00", "Came before 10.00"),
        "10-12" => Language.Pick("10.00 sampai 12.00", "10.00 to 12.00"),
        "12-14" => Language.Pick("12.00 sampai 14.00", "12.00 to 14.00"),
        _ => Language.Pick("Sesudah 14.00", "After 14.00"),
    };

    public static string Waited(WaitingPart part) => part is { MedianMinutes: { } median, P90Minutes: { } most }
        ? Language.Pick($"separuh ≤ {Days(median)} menit, 9 dari 10 ≤ {Days(most)} menit", $"half ≤ {Days(median)} minutes, 9 of 10 ≤ {Days(most)} minutes")
        : Unknown;

    public static string Services => Language.Pick("Menurut layanan, 90 hari terakhir", "By service, last 90 days");

    public static string Service => Language.Pick("Layanan", "Service");

    public static string Received => Language.Pick("Masuk", "Received");

    public static string Waiting => Language.Pick("Menunggu lengkap", "Until complete");

    public static string Processing => Language.Pick("Diproses", "Processed");

    public static string InTime => Language.Pick("Tepat waktu", "In time");

    public static string Limit(int days) => Language.Pick(days == 0 ? "batas: hari yang sama" : $"batas {days} hari kerja", days == 0 ? "limit: the same day" : $"limit {days} working days");

    public static string LimitElsewhere => Language.Pick("diputus sistem lain", "decided by another system");

    /// <summary>Shown, hidden or not known: an empty place would be read as zero.</summary>
    public static string Count(int? number) => number is { } n ? Figures.Whole(n) : Language.Pick("dirahasiakan", "withheld");

    public static string Times(ServicePace pace) => pace is { MedianDays: { } median, P90Days: { } most }
        ? Language.Pick($"separuh ≤ {Days(median)} hari, 9 dari 10 ≤ {Days(most)} hari", $"half ≤ {Days(median)} days, 9 of 10 ≤ {Days(most)} days")
        : Unknown;

    public static string Wait(ServicePace pace) => pace.WaitingDays is { } days ? Language.Pick($"separuh ≤ {Days(days)} hari", $"half ≤ {Days(days)} days") : Unknown;

    public static string Share(ServicePace pace) => pace.InTime is { } share ? Figures.Percent(share) : Unknown;

    public static string Unknown => Language.Pick("belum diketahui", "not known yet");

    public static string Others(int count) => Language.Pick(
        $"{Figures.Whole(count)} layanan lain punya kurang dari lima permohonan, atau angkanya dirahasiakan karena dapat mengungkap yang kecil.",
        $"{Figures.Whole(count)} other services had fewer than five applications, or their number is withheld because it would tell a small one.");

    public static string Calendar => Language.Pick("Lama nyata dihitung dalam hari kalender, batas dalam hari kerja.", "Real times count calendar days, limits working days.");

    public static string Csv => Language.Pick("Unduh sebagai CSV", "Download as CSV");

    private static string Days(double days) => Figures.Decimals((decimal)days, days % 1 == 0 ? 0 : 1);
}

using MppDigital.National.Brokers;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Ministry.Voice;

/// <summary>Words of the ministry's page about alarms that concern staff, both languages side by side.</summary>
internal static class BrokerReportWords
{
    public static string Title => Language.Pick("Petugas dan calo", "Staff and brokers");

    public static string Lead => Language.Pick("Petugas yang jauh lebih sering melayani wakil yang sama daripada kebetulan. Daerah tidak dapat menghapusnya; putusan kepala MPP tampak di sini. Nama tidak ikut dikirim.", "Officers who serve the same proxy far more often than by chance. A regency cannot remove it; what the head of its hall decides is shown here. No names are sent.");

    public static string None => Language.Pick("Tidak ada peringatan.", "There are no alarms.");

    public static string Read => Language.Pick("Sudah dibaca", "Mark as read");

    public static string Seen(BrokerReportRow row) => Language.Pick($"{row.Acts} kunjungan {row.People} orang yang diwakili satu tangan dilayani oleh satu petugas. Keyakinan {row.Sureness} dari 100.", $"{row.Acts} visits of {row.People} people behind one hand were served by one officer. {row.Sureness} of 100 sure.");

    public static string Age(BrokerReportRow row) => Language.Pick($"{row.Days} hari yang lalu", $"{row.Days} days ago") + (row.Read ? "" : Language.Pick(" · belum dibaca kementerian", " · not read by the ministry"));

    public static string StateOf(string state) => state switch
    {
        "open" => Language.Pick("Menunggu kepala MPP", "Waits for the head"),
        "dismissed" => Language.Pick("Kepala: jujur", "Head: honest"),
        "confirmed" => Language.Pick("Kepala: calo", "Head: a broker"),
        _ => Language.Pick("Dibuka lagi", "Opened again"),
    };
}

using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Applications;

/// <summary>Words about an application that another system decides.</summary>
internal static class OutsideWords
{
    public static string DecidedBy(string name) => Language.Pick($"Diputuskan di {name}", $"Decided in {name}");

    public static string Status(string status) => status switch
    {
        "waiting" => Language.Pick("Sedang kami teruskan. Anda tidak perlu mengirim ulang.", "We are passing it on. You need not send it again."),
        "received" => Language.Pick("Diterima, menunggu diproses.", "Received, waiting to be processed."),
        "in-process" => Language.Pick("Sedang diproses.", "Being processed."),
        "returned" => Language.Pick("Perlu Anda perbaiki di sistem itu.", "It needs a correction from you in that system."),
        "granted" => Language.Pick("Disetujui. Dokumennya terbit di sistem itu.", "Approved. That system issues the document."),
        "refused" => Language.Pick("Ditolak. Alasannya tertulis di sistem itu.", "Refused. The reason is written in that system."),
        _ => Language.Pick("Ditutup di sistem itu.", "Closed in that system."),
    };

    public static string State => Language.Pick("Keadaan", "State");

    public static string Reference => Language.Pick("Nomor berkas di sana", "Number of the file there");

    public static string Result => Language.Pick("Nomor yang diberikan", "Number that was given");

    public static string AsOf(string moment) => Language.Pick($"Kabar terakhir {moment}.", $"Last heard {moment}.");

    public static string Silent => Language.Pick("Sistem itu sedang tidak menjawab. Kami bertanya lagi setiap jam.", "That system does not answer at the moment. We ask again each hour.");

    public static string Continue(string name) => Language.Pick($"Lanjutkan di {name}", $"Go on in {name}");
}

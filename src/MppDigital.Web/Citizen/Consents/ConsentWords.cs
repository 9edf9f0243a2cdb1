using MppDigital.National.Residents.Consents;
using MppDigital.Web.Components.Text;

namespace MppDigital.Web.Citizen.Consents;

internal static class ConsentWords
{
    public static string Title => Language.Pick("Tanda terima persetujuan", "Consent receipt");

    public static string Agreed => Language.Pick("Anda mengizinkan", "You allowed");

    public static string For => Language.Pick("Dipakai untuk", "Used for");

    public static string Who => Language.Pick("Yang memakai", "Used by");

    public static string GivenOn => Language.Pick("Diberikan", "Given");

    public static string Until => Language.Pick("Berlaku sampai", "Valid until");

    public static string Law => Language.Pick("Dasar hukum", "Legal basis");

    public static string LawText => Language.Pick($"Persetujuan Anda ({ConsentReceipt.LegalBasis})", $"Your consent ({ConsentReceipt.LegalBasis})");

    public static string RevokedOn => Language.Pick("Dicabut", "Revoked");

    public static string HandedOver => Language.Pick("Yang sudah diserahkan", "What was handed over");

    public static string HandedOverMeans => Language.Pick("Ini sudah menjadi bagian permohonan dan tetap ada di sana. Mencabut menghentikan pemakaian berikutnya.", "This is part of an application and stays there. Revoking ends what would come after.");

    public static string NothingYet => Language.Pick("Belum ada yang diserahkan. Data baru diserahkan saat permohonan dikirim.", "Nothing was handed over yet. That happens when the application is sent.");

    public static string State(string state) => state switch
    {
        ConsentReceipt.Active => Language.Pick("Berlaku", "In force"),
        ConsentReceipt.Expired => Language.Pick("Sudah berakhir", "Ended"),
        _ => Language.Pick("Dicabut", "Revoked"),
    };

    public static string GoOn => Language.Pick("Lanjut mengisi", "Go on with the form");

    public static string Revoke => Language.Pick("Cabut persetujuan", "Revoke the consent");

    public static string RevokeMeans => Language.Pick("Setelah dicabut, data ini tidak dapat dibaca lagi dan formulir menanyakannya kepada Anda.", "Once revoked, this can no longer be read, and the form asks you for it.");

    public static string ForMachines => Language.Pick("Unduh sebagai data (JSON)", "Download as data (JSON)");
}

using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Tenancy;
using MppDigital.Web.Components.Text;
using Vouched = MppDigital.National.Residents.Facts.FactOrigin;

namespace MppDigital.Web.Citizen.Apply;

/// <summary>Words about data that was proven before: on the start of a form, on the review and on the receipt.</summary>
internal static class ReuseWords
{
    public static string Heading => Language.Pick("Sudah pernah Anda buktikan", "You have proven this before");

    public static string Why(string service, string regency) => Language.Pick(
        $"Data ini ada di brankas data Anda. {regency} membutuhkannya untuk {service}. Tanpa persetujuan Anda, {regency} tidak dapat membacanya.",
        $"This is in your data vault. {regency} needs it for {service}. Without your consent {regency} cannot read it.");

    public static string Question => Language.Pick("Boleh kami pakai untuk permohonan ini?", "May we use it for this application?");

    public static string Yes => Language.Pick("Ya, pakai data ini", "Yes, use it");

    public static string YesDetail => Language.Pick("berlaku 90 hari, dapat dicabut kapan saja", "for 90 days, and you can revoke it at any time");

    public static string No => Language.Pick("Tidak, saya isi dan unggah sendiri", "No, I will write and upload it myself");

    public static string NoDetail => Language.Pick("permohonan tetap diproses sama cepat", "the application is handled just as fast");

    public static string ChooseOne => Language.Pick("Pilih salah satu: pakai data yang sudah ada, atau isi sendiri.", "Choose one: use what we hold, or write it yourself.");

    public static string Agreed(string number) => Language.Pick($"Dipakai dengan persetujuan Anda, tanda terima {number}.", $"Used with your consent, receipt {number}.");

    public static string SeeReceipt => Language.Pick("Lihat atau cabut persetujuan", "See or revoke the consent");

    public static string ByLaw => Language.Pick("Dicocokkan menurut undang-undang, tanpa persetujuan", "Looked up by law, without consent");

    public static string FromWallet(ConsentItem paper, ITenantDirectory directory, TimeZoneInfo zone) => Language.Pick(
        $"dari brankas data Anda, {Origin(paper, directory, zone)}",
        $"from your data vault, {Origin(paper, directory, zone)}");

    public static string FromVault(string source, bool office, string regency, string date) => office
        ? Language.Pick($"dari brankas data Anda, disetujui {source} {regency} {date}", $"from your data vault, approved by {source} {regency} on {date}")
        : Language.Pick($"dari brankas data Anda, kata {FactOrigin.NameOf(source)} {date}", $"from your data vault, as {FactOrigin.NameOf(source)} said on {date}");

    /// <summary>Who vouches for it and when: "disetujui DPMPTSP Kota Bukittinggi, 20 November 2026".</summary>
    public static string Origin(ConsentItem item, ITenantDirectory directory, TimeZoneInfo zone)
    {
        var date = Dates.Full(Dates.DateOf(item.VerifiedAt, zone));
        return item.Origin == Vouched.Office
            ? Language.Pick($"disetujui {item.Source} {NameOf(item.Regency, directory)}, {date}", $"approved by {item.Source} {NameOf(item.Regency, directory)}, {date}")
            : Language.Pick($"dari {FactOrigin.NameOf(item.Source)}, {date}", $"from {FactOrigin.NameOf(item.Source)}, {date}");
    }

    private static string NameOf(string code, ITenantDirectory directory) => RegencyCode.TryParse(code, out var parsed) && directory.Find(parsed) is { } regency ? regency.Name : code;
}

using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>What is wrong with a complaint as it was typed, by field, each with how to mend it.</summary>
internal static class ComplaintFaults
{
    public const int LongestTitle = 120;
    public const int LongestText = 4000;
    public const int LongestWhich = 60;
    public const int LongestName = 100;

    private const int LeastTitle = 5;
    private const int LeastText = 20;

    public static Dictionary<string, string[]> Of(FileComplaint input, IServiceCatalog catalog, Regency regency)
    {
        var faults = new Dictionary<string, string[]>();
        if (!PlainWords.Fit(input.Title, LeastTitle, LongestTitle)) faults["/title"] = [$"Tulis pokok pengaduan dalam {LeastTitle} sampai {LongestTitle} huruf, misalnya: Loket tutup sebelum jam 12."];
        if (!PlainWords.Fit(input.Text, LeastText, LongestText)) faults["/text"] = [$"Ceritakan apa yang terjadi, di mana dan kapan, dalam {LeastText} sampai {LongestText} huruf."];
        if (!PlainWords.Fit(input.Which, 0, LongestWhich)) faults["/which"] = [$"Tulis paling banyak {LongestWhich} huruf."];
        else if (input.About == ComplaintAbout.Application && !ApplicationNumbers.IsWellFormed(input.Which.Trim(), regency)) faults["/which"] = [$"Tulis nomor permohonan dari tanda terima, misalnya {regency.Code.Code4}-26-000428."];
        if (input.Agency.Length > 0 && !SeatRules.Agencies(catalog).Contains(input.Agency)) faults["/agency"] = ["Pilih instansi dari daftar, atau kosongkan."];
        if (input.Who == ComplainantKind.Anonymous) return faults;
        if (!PlainWords.Fit(input.Name, 2, LongestName)) faults["/name"] = ["Tulis nama Anda, atau pilih tanpa nama."];
        if (!PlainWords.Fit(input.Contact, 6, LongestName) || ContactWay.Read(input.Contact) is null) faults["/contact"] = ["Tulis nomor telepon, misalnya 0812 3456 7890, atau alamat e-mail, atau pilih tanpa nama."];
        return faults;
    }
}

/// <summary><c>&lt;code4&gt;-P&lt;yy&gt;-&lt;5 digits&gt;</c>, never to be taken for an application.</summary>
internal static class ComplaintNumbers
{
    public static string Series(DateOnly today) => $"complaint-{today.Year}";

    public static string Of(Regency regency, DateOnly today, long sequence) => $"{regency.Code.Code4}-P{today.Year % 100:00}-{sequence:00000}";

    public static bool IsWellFormed(string number, Regency regency) =>
        number.Length is >= 14 and <= Complaint.LongestNumber && number.StartsWith(regency.Code.Code4 + "-P", StringComparison.Ordinal) && number[8] == '-' &&
        number.AsSpan(6, 2).IndexOfAnyExceptInRange('0', '9') < 0 && number.AsSpan(9).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>Names on the wire.</summary>
public static class ComplaintWords
{
    /// <summary>AtHead as <c>at-head</c>.</summary>
    public static string Wire(Enum value) => string.Concat(value.ToString().Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));

    /// <returns>Null for a name that is none.</returns>
    public static T? Read<T>(string? text)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Wire(v!.Value) == text);
}

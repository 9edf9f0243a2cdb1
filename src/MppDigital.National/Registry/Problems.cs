using MppDigital.Platform.UseCases;

namespace MppDigital.National.Registry;

internal static class Problems
{
    public static readonly Problem UnknownRegency = new(ProblemKind.NotFound, "regency-not-found", "Daerah itu tidak terdaftar. Periksa kodenya, misalnya 13.75.") { DetailEn = "There is no such regency. Check the code, for example 13.75." };

    public static readonly Problem NoDomain = Invalid("Tulis nama domain saja, misalnya mpp.bukittinggikota.go.id, tanpa https:// dan tanpa garis miring.", "Write the domain alone, for example mpp.bukittinggikota.go.id, without https:// and without a slash.");

    public static readonly Problem DomainTaken = new(ProblemKind.Conflict, "domain-taken", "Domain itu sudah dipakai daerah lain.") { DetailEn = "Another regency has that domain." };

    public static Problem BelowOurRoot(string root) => Invalid($"Nama di bawah {root} sudah diberikan kepada semua daerah. Pakai domain milik daerah sendiri.", $"Names below {root} are given already. Use a domain that the regency owns.");

    private static Problem Invalid(string text, string textEn) =>
        new(ProblemKind.Invalid, "invalid-domain", text) { DetailEn = textEn, Errors = new Dictionary<string, string[]> { ["/domain"] = [text] } };
}

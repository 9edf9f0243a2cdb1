using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Documents;
using MppDigital.Regencies.Documents.Pdf;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Documents;

/// <summary>Documents as they are printed for given answers, without a database.</summary>
internal static class Printed
{
    public const string Holder = "Dian Safitri";

    public static readonly DateTime At = new(2026, 11, 3, 3, 42, 0, DateTimeKind.Utc);

    public static JsonObject Answers(string service) => SampleAnswers.For(SeedData.Service(service), new DateOnly(2026, 11, 3));

    public static IssuedDocumentContent Of(ServiceDefinition service, JsonObject answers) => Template(service, answers).On(Plain(service, answers));

    public static PrintTemplate Template(ServiceDefinition service, JsonObject answers) => new(
        service,
        answers,
        new Dictionary<string, string?>
        {
            ["holder.name"] = Holder,
            ["holder.nik"] = "1375••••••••••91",
            ["number"] = $"{service.Code}/1375/2026/00219",
            ["issued_on"] = "3 November 2026",
            ["valid_until"] = End(service, answers) is { } end ? IndonesianDate.Of(end) : null,
            ["regency"] = "Kota Bukittinggi",
            ["agency"] = service.Agency.Name,
            ["agency.code"] = service.Agency.Code,
            ["application.number"] = "1375-26-000001",
        },
        SeedData.Directory);

    private static DateOnly? End(ServiceDefinition service, JsonObject answers) => DocumentTerms.EndOf(service.Product, answers, new DateOnly(2026, 11, 3));

    private static IssuedDocumentContent Plain(ServiceDefinition service, JsonObject answers) => new()
    {
        Government = "Pemerintah Kota Bukittinggi",
        Agency = service.Agency.Name,
        Title = service.NameId,
        Number = $"{service.Code}/1375/2026/00219",
        Holder = Holder,
        Rows = [.. PrintedAnswers.Of(service, answers, SeedData.Directory)],
        IssuedAt = At,
        ValidUntil = End(service, answers),
        LegalBasis = service.LegalBasis,
        Seal = new DocumentSeal.SignedBy("Rahmat Hidayat Chaniago, S.Sos., M.Si.", DocumentTerms.RoleOf(service, service.Agency.Code, "Kota Bukittinggi")),
        VerificationAddress = new Uri("https://mpp.go.id/v/7KQ2-M9XA-4TRD-08WN"),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
        ZoneAbbreviation = "WIB",
    };
}

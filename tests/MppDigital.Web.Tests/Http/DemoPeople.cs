using System.Text.Json;

namespace MppDigital.Web.Tests.Http;

/// <summary>The accounts of the demo, as the program wrote them down for whoever tries it.</summary>
internal sealed record DemoPeople(string Password, IReadOnlyList<DemoCitizenLine> Citizens, IReadOnlyList<DemoStaffLine> Staff, IReadOnlyList<DemoClientLine> Clients)
{
    /// <summary>By slug.</summary>
    public IReadOnlyDictionary<string, string> PaymentCallbackSecrets { get; init; } = new Dictionary<string, string>();

    public static DemoPeople Read(string path) => JsonSerializer.Deserialize<DemoPeople>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
}

internal sealed record DemoCitizenLine(string Nik, string Name, string Regency);

internal sealed record DemoStaffLine(string Username, string? Regency, string Role, string? Agency, string? Totp);

internal sealed record DemoClientLine(string Id, string Secret, IReadOnlyList<string> RedirectUris);

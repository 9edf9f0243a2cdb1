using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Login.Clients;

/// <summary>The operator lets a program of somebody else in, or changes what was written down of it.</summary>
public sealed record RegisterClient(ClientRegistration Registration);

/// <param name="Secret">Null unless it proves itself by a secret.</param>
public sealed record ClientAdmitted(string Id, string? Secret);

internal sealed class RegisterClientHandler(
    IDbContextFactory<LoginDbContext> contexts,
    ITenantDirectory regencies,
    RegisteredClients registered,
    ClientSecrets secrets,
    TimeProvider clock) : IUseCase<RegisterClient, ClientAdmitted>
{
    public async Task<Outcome<ClientAdmitted>> HandleAsync(RegisterClient input, CancellationToken ct)
    {
        var asked = input.Registration;
        var errors = ClientRules.Check(asked, code => RegencyCode.TryParse(code, out var parsed) && regencies.Find(parsed) is { } regency ? regency.Code.Code4 : null);
        if (errors.Count > 0) return Problems.InvalidClient(errors);

        var settings = JsonSerializer.Serialize(asked, JsonSerializerOptions.Web);
        if (settings.Length > RegisteredClient.LongestSettings) return Problems.InvalidClient(new() { ["/"] = ["Terlalu panjang. Kurangi alamat atau kunci."] });
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RegisteredClients.FirstOrDefaultAsync(c => c.Id == asked.Id, ct) is { } known) known.Replace(settings, now);
        else db.RegisteredClients.Add(RegisteredClient.Of(asked.Id!, settings, now));
        await db.SaveChangesAsync(ct);
        registered.Forget(asked.Id!);
        return new ClientAdmitted(asked.Id!, asked.Authentication == "client_secret" ? await secrets.ForAsync(asked.Id!, ct) : null);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using MppDigital.Connectors.Calls;
using MppDigital.Connectors.Health;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Integrations;

/// <summary>Writes down the regency's own agreement with an outside system, or drops it so that the nation-wide one counts again.</summary>
/// <param name="Version">0 while there is none.</param>
/// <param name="Address">Empty: where everybody reaches the system.</param>
/// <param name="Secret">Empty keeps the one that is stored.</param>
public sealed record ChangeConnector(StaffMember Staff, string Connector, long? Version, string Address, string ClientId, string Secret, bool Remove)
{
    public override string ToString() => $"agreement with {Connector}";
}

internal sealed class ChangeConnectorHandler(
    IDbContextFactory<RegencyDbContext> contexts, IEnumerable<IConnector> connectors, IUseCase<ReadConnector, ConnectorRow> read, ConnectorAccounts accounts, RegencySecrets secrets, IDatabaseEngine engine,
    IHostEnvironment environment, TimeProvider clock) : IUseCase<ChangeConnector, ConnectorRow>
{
    private const int LongestAddress = 300;
    private const int LongestClient = 100;
    private const int LeastSecret = 16;
    private const int MostSecret = 200;

    public async Task<Outcome<ConnectorRow>> HandleAsync(ChangeConnector input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (connectors.FirstOrDefault(c => c.Connector == input.Connector) is not { } connector) return Problems.UnknownConnector;
        if (connector.Agreement != connector.Connector) return Problems.NotOwned;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await db.OwnAccounts.SingleOrDefaultAsync(a => a.Connector == input.Connector, ct);
        if (!input.Remove && FaultsOf(input, held) is { Count: > 0 } faults) return Problems.Invalid(faults);
        if (input.Remove && held is null) return Problems.NothingToRemove;
        if (input.Version is null) return Problems.VersionNeeded;
        if (input.Version != (held?.Version ?? 0)) return await StaleAsync(input, ct);
        if (!input.Staff.HasFreshFactor) return StepUp.Required;

        var now = clock.GetUtcNow().UtcDateTime;
        if (input.Remove) db.OwnAccounts.Remove(held!);
        else Write(held ?? db.OwnAccounts.Add(new OwnAccount { Connector = input.Connector }).Entity, input, now);
        await AuditTrail.AppendAsync(db, $"connector-{input.Connector}", input.Remove ? "connector-account-removed" : "connector-account-set", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            return await StaleAsync(input, ct);
        }

        accounts.Forget();
        return await read.HandleAsync(new ReadConnector(input.Staff, input.Connector), ct);
    }

    private void Write(OwnAccount account, ChangeConnector input, DateTime now)
    {
        (account.Address, account.ClientId, account.ChangedAt) = (input.Address, input.ClientId, now);
        if (input.Secret.Length > 0) account.Keep(input.Secret, secrets.Seal(OwnAccount.SecretPurpose, input.Secret), now);
    }

    private List<(string Pointer, string Text)> FaultsOf(ChangeConnector input, OwnAccount? held)
    {
        var faults = new List<(string, string)>();
        if (input.Address.Length > 0 && (input.Address.Length > LongestAddress ? AddressFault.NoAddress : ConnectorAddress.FaultOf(input.Address, environment)) is { } fault)
            faults.Add(("/address", fault == AddressFault.Loopback ? "Alamat ini menunjuk ke server kami sendiri. Tulis alamat sistem daerah di internet." : $"Tulis alamat https lengkap tanpa tanda tanya, paling banyak {LongestAddress} tanda, misalnya https://api.daerah.go.id/oss."));
        if (input.ClientId.Length is 0 or > LongestClient || !input.ClientId.All(c => c is > ' ' and <= '~' and not ':')) faults.Add(("/clientId", $"Tulis nama klien dari perjanjian, 1 sampai {LongestClient} tanda tanpa spasi dan titik dua."));
        if (input.Secret.Length > 0 && (input.Secret.Length is < LeastSecret or > MostSecret || !input.Secret.All(c => c is > ' ' and <= '~'))) faults.Add(("/secret", $"Tulis kunci dari perjanjian, {LeastSecret} sampai {MostSecret} tanda tanpa spasi."));
        else if (input.Secret.Length == 0 && held is not { Secret.Length: > 0 }) faults.Add(("/secret", "Tulis kunci dari perjanjian."));
        // Else whoever may write an address could have the stored key sent to a server of their own.
        else if (input.Secret.Length == 0 && held!.Address != input.Address) faults.Add(("/secret", "Alamat berubah: tulis lagi kuncinya, agar kunci lama tidak terkirim ke alamat baru."));
        return faults;
    }

    private async Task<Outcome<ConnectorRow>> StaleAsync(ChangeConnector input, CancellationToken ct) => Problems.Stale((await read.HandleAsync(new ReadConnector(input.Staff, input.Connector), ct)).Value!);
}

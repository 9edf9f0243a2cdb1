using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.National.Stamps;
using MppDigital.Platform;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Registry;

/// <summary>Gives a regency an address of its own besides its subdomain, or takes it away. All nodes serve it within two seconds.</summary>
/// <param name="Domain">Null takes it away.</param>
/// <param name="By">Who did it, for the audit trail.</param>
public sealed record SetRegencyDomain(RegencyCode Code, string? Domain, string By);

internal sealed class SetRegencyDomainHandler(IDbContextFactory<NationalDbContext> contexts, IDatabaseEngine engine, IOptions<PlatformOptions> platform, TimeProvider clock) : IUseCase<SetRegencyDomain, Done>
{
    public async Task<Outcome<Done>> HandleAsync(SetRegencyDomain input, CancellationToken ct)
    {
        var domain = input.Domain?.Trim().TrimEnd('.').ToLowerInvariant();
        var root = platform.Value.RootDomain;
        if (domain is not null && !DomainNames.IsDomain(domain)) return Problems.NoDomain;
        if (domain is not null && (domain == root || domain.EndsWith("." + root, StringComparison.Ordinal))) return Problems.BelowOurRoot(root);

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Regencies.SingleOrDefaultAsync(r => r.Code == input.Code.Value, ct) is not { } regency) return Problems.UnknownRegency;
        if (regency.Domain == domain) return default(Done);
        regency.MovesTo(domain);
        await StampRow.BumpAsync(db, StampRow.Registry, ct);
        try
        {
            await AuditTrail.AppendAsync(db, input.Code.Value, domain is null ? "domain-removed" : "domain-set", input.By, "{}", clock.GetUtcNow().UtcDateTime, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return Problems.DomainTaken;
        }

        return default(Done);
    }
}

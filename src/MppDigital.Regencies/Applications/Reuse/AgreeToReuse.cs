using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>The applicant agrees to everything that this form offered them, in one act; whoever does not is asked the questions.</summary>
/// <param name="Shown">Names of the facts that the page showed: nothing that came into the vault since is agreed to unseen.</param>
public sealed record AgreeToReuse(Applicant Applicant, string Service, IReadOnlyList<string> Shown);

internal sealed class AgreeToReuseHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GatherFacts facts, IUseCase<GiveConsent, ConsentReceipt> give, CurrentRegency current)
    : IUseCase<AgreeToReuse, ConsentReceipt>
{
    public async Task<Outcome<ConsentReceipt>> HandleAsync(AgreeToReuse input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return Problems.UnknownService;
        if (offered.RefusalIn(current.Value) is { } refusal) return refusal;
        var service = offered.Definition;
        var gathered = await facts.WithVaultAsync(db, input.Applicant, service, ct);
        var already = gathered.Held.All.Where(f => f.Vault is { Receipt.Length: > 0 }).Select(f => ReusableFacts.NameOf(service.FormFields.First(x => x.Name == f.Field))).OfType<string>()
            .Concat(gathered.Reuse.Papers.Values.Select(p => p.Fact));
        var names = gathered.Reuse.Offers.Select(o => o.Item.Fact).Where(input.Shown.Contains).Concat(already).Distinct().ToList();
        return await give.HandleAsync(new GiveConsent(input.Applicant.Sub, input.Applicant.Nik, current.Value.Code, service.Code, service.NameId, service.NameEn, names), ct);
    }
}

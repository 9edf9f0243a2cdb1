using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Reuse;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Everything a form needs before the first question: what is known already, and what the citizen has to bring.</summary>
public sealed record PrepareForm(Applicant Applicant, string Service);

/// <param name="ToUpload">Codes of requirements that only the citizen can bring.</param>
/// <param name="Confirmed">Codes of requirements that their register confirmed.</param>
public sealed record PreparedForm(ServiceDefinition Service, int CatalogVersion, HeldFacts Held, IReadOnlyList<string> ToUpload, IReadOnlyList<string> Confirmed)
{
    /// <summary>What this regency set for a fee that takes its tariff.</summary>
    public long? TariffIdr { get; init; }

    /// <summary>What the person's vault holds for this form: to be agreed to, and agreed to already.</summary>
    public ReuseHere Reuse { get; init; } = ReuseHere.None;
}

internal sealed class PrepareFormHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GatherFacts facts, CurrentRegency current) : IUseCase<PrepareForm, PreparedForm>
{
    public async Task<Outcome<PreparedForm>> HandleAsync(PrepareForm input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Service, ct) is not { } offered) return Problems.UnknownService;
        if (offered.RefusalIn(current.Value) is { } refusal) return refusal;
        var gathered = await facts.WithVaultAsync(db, input.Applicant, offered.Definition, ct);
        return new PreparedForm(offered.Definition, offered.Version.Version, gathered.Held,
            [.. offered.Definition.Requirements.Where(r => WeighEvidence.NeedsFile(r, gathered)).Select(r => r.Code)], [.. gathered.Confirmed])
        {
            TariffIdr = offered.TariffIdr,
            Reuse = gathered.Reuse,
        };
    }
}

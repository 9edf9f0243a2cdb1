using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>The definition in force, what this regency made of it, and the form as JSON Schema.</summary>
/// <param name="Applicant">Whoever asks; with them the schema tells which answers are already held.</param>
public sealed record ReadOffering(string Code, Applicant? Applicant);

public sealed record OfferingView(string Code, string Name, int CatalogVersion, ServiceDefinition Definition, LocalOffer Offer, JsonObject Schema, IReadOnlyList<WorkflowView> Workflow);

/// <param name="WorkingDays">The limit in force here; null where another system counts.</param>
/// <param name="ExtraRequirement">What a regional regulation asks for besides the national list; empty for nearly all.</param>
public sealed record LocalOffer(bool Active, int? WorkingDays, string Contact, string ExtraRequirement = "")
{
    /// <summary>In whole rupiah; null where the nation sets the fee or the regency has set nothing.</summary>
    public long? TariffIdr { get; init; }

    /// <summary>Nothing can be filed before the regency has set its tariff.</summary>
    public bool LacksTariff { get; init; }
}

public sealed record WorkflowView(string Action, string Role, string Agency);

internal sealed class ReadOfferingHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GatherFacts facts) : IUseCase<ReadOffering, OfferingView>
{
    public async Task<Outcome<OfferingView>> HandleAsync(ReadOffering input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Code, ct) is not { } offered) return Problems.UnknownService;
        var service = offered.Definition;
        var held = input.Applicant is { } applicant ? (await facts.ForAsync(db, applicant, service, ct)).Held : HeldFacts.None;
        return new OfferingView(service.Code, service.NameId, offered.Version.Version, service, new LocalOffer(offered.Active, offered.LimitDays, offered.Contact, offered.ExtraRequirement) { TariffIdr = offered.TariffIdr, LacksTariff = offered.LacksTariff },
            FormSchema.For(service, held),
            [.. service.Workflow.Select(w => new WorkflowView(w.Action.ToString().ToLowerInvariant(), w.Role.ToString().ToLowerInvariant(), w.Agency))]);
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>A national service as this regency offers it.</summary>
/// <param name="LimitDays">Working days until the law or the shorter local promise; null where another system counts.</param>
/// <param name="ExtraRequirement">What a regional regulation asks for besides; empty for nearly all.</param>
internal sealed record OfferedService(PublishedService Version, ServiceDefinition Definition, bool Active, int? LimitDays, string Contact, string ExtraRequirement)
{
    /// <summary>What this regency set, within the national bounds; null where it set nothing.</summary>
    public long? TariffIdr { get; private init; }

    /// <summary>The fee cannot be told, because the regency has not set its tariff: nobody is let into an application whose price is unknown.</summary>
    public bool LacksTariff => TariffIdr is null && FeeRules.NeedsTariff(Version.Definition);

    public static async Task<OfferedService?> FindAsync(RegencyDbContext db, IServiceCatalog catalog, string code, CancellationToken ct)
    {
        if (catalog.Find(code) is not { } version) return null;
        var offering = await db.Offerings.AsNoTracking().SingleOrDefaultAsync(o => o.Service == version.Definition.Code, ct);
        // The national bounds hold for what is stored too: somebody may have written past the save.
        var local = offering?.Set.Within(version.Definition) ?? new LocalOverride();
        // Where a formula takes the tariff it is one number among others; elsewhere it is the whole fee.
        var definition = local.TariffIdr is { } tariff && version.Definition.Fee.Formula is null ? version.Definition with { Fee = version.Definition.Fee with { AmountIdr = tariff } } : version.Definition;
        return new OfferedService(version, LocalRequirement.On(definition, local.ExtraRequirement), offering?.Active ?? true, LimitOf(definition, local.WorkingDays), offering?.Contact ?? "", local.ExtraRequirement) { TariffIdr = local.TariffIdr };
    }

    /// <summary>Whether something can be filed here now.</summary>
    public Problem? RefusalIn(Regency regency) =>
        Definition.Delivery.Mode == DeliveryMode.CounterOnly ? Problems.CounterOnly
        : regency.Stage != RegencyStage.Live ? Problems.RegencyNotLive
        : !Active ? Problems.ServiceNotOffered
        : LacksTariff ? Problems.TariffMissing
        : null;

    internal static int? LimitOf(ServiceDefinition service, int? local) =>
        !service.DecidedHere ? null : local ?? (service.ProcessingTime.DeemedApproval is { Applies: true, AfterWorkingDays: { } days } ? days : service.ProcessingTime.CatalogStandardWorkingDays);
}

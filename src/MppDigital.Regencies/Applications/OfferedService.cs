using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>A national service as this regency offers it.</summary>
/// <param name="LimitDays">Working days until the law or the shorter local promise; null where another system counts.</param>
internal sealed record OfferedService(PublishedService Version, bool Active, int? LimitDays, string Contact)
{
    public ServiceDefinition Definition => Version.Definition;

    public static async Task<OfferedService?> FindAsync(RegencyDbContext db, IServiceCatalog catalog, string code, CancellationToken ct)
    {
        if (catalog.Find(code) is not { } version) return null;
        var offering = await db.Offerings.AsNoTracking().SingleOrDefaultAsync(o => o.Service == version.Definition.Code, ct);
        return new OfferedService(version, offering?.Active ?? true, LimitOf(version.Definition, offering?.WorkingDays), offering?.Contact ?? "");
    }

    /// <summary>Whether something can be filed here now.</summary>
    public Problem? RefusalIn(Regency regency) =>
        Definition.Delivery.Mode == DeliveryMode.CounterOnly ? Problems.CounterOnly
        : regency.Stage != RegencyStage.Live ? Problems.RegencyNotLive
        : !Active ? Problems.ServiceNotOffered
        : null;

    internal static int? LimitOf(ServiceDefinition service, int? local) =>
        !service.DecidedHere ? null : local ?? (service.ProcessingTime.DeemedApproval is { Applies: true, AfterWorkingDays: { } days } ? days : service.ProcessingTime.CatalogStandardWorkingDays);
}

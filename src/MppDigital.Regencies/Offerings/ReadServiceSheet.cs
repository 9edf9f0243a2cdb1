using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>Everything that the public page of a service shows, in one visit to the database; the form's schema is not built here.</summary>
public sealed record ReadServiceSheet(string Code);

/// <param name="Today">Local date of the regency: day 0 of a file that is complete today.</param>
/// <param name="Deadline">If it were applied for today; null where another system counts.</param>
/// <param name="Deemed">The law grants what is not decided in time.</param>
public sealed record ServiceSheet(ServiceDefinition Service, int Version, LocalOffer Offer, DateOnly Today, DeadlineView? Deadline, bool Deemed);

internal sealed class ReadServiceSheetHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, LegalDates dates, CurrentRegency current, TimeProvider clock) : IUseCase<ReadServiceSheet, ServiceSheet>
{
    public async Task<Outcome<ServiceSheet>> HandleAsync(ReadServiceSheet input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await OfferedService.FindAsync(db, catalog, input.Code, ct) is not { } offered) return Problems.UnknownService;
        var (service, now) = (offered.Definition, clock.GetUtcNow().UtcDateTime);
        DeadlineView? deadline = null;
        if (offered.LimitDays is { } days)
        {
            var due = LegalClock.Due(await dates.CalendarAsync(db, ct), current.Value.Zone, now, days, [])!;
            deadline = new DeadlineView(due.DueOn, due.DueAt, due.WorkingDays, [.. due.Skipped.Select(s => new SkippedView(s.Date, s.Kind.ToString().ToLowerInvariant(), s.Holiday?.Name))], due.Provisional);
        }

        return new ServiceSheet(service, offered.Version.Version, new LocalOffer(offered.Active, offered.LimitDays, offered.Contact, offered.ExtraRequirement) { TariffIdr = offered.TariffIdr, LacksTariff = offered.LacksTariff }, LegalClock.DateOf(now, current.Value.Zone), deadline,
            offered.LimitDays is not null && service.ProcessingTime.DeemedApproval is { Applies: true });
    }
}

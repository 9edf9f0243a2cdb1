using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>What a regency may decide about a national service: whether it is offered, a shorter promise, whom to ask. Nothing else is open.</summary>
/// <param name="WorkingDays">Null keeps the national time.</param>
/// <param name="Version">From If-Match.</param>
public sealed record ChangeOffering(StaffMember Staff, string Service, bool Active, int? WorkingDays, string Contact, long? Version);

/// <param name="NationalWorkingDays">The longest promise allowed; null where another system counts.</param>
public sealed record OfferingSettings(string Service, bool Active, int? WorkingDays, int? NationalWorkingDays, string Contact, long Version);

/// <summary>The settings as they are.</summary>
public sealed record ReadOfferingSettings(StaffMember Staff, string Service);

internal sealed class ChangeOfferingHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, TimeProvider clock)
    : IUseCase<ChangeOffering, OfferingSettings>, IUseCase<ReadOfferingSettings, OfferingSettings>
{
    private const int LongestContact = 200;

    public async Task<Outcome<OfferingSettings>> HandleAsync(ReadOfferingSettings input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (catalog.Find(input.Service) is not { } service) return Problems.UnknownService;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return View(service.Definition, await db.Offerings.AsNoTracking().SingleOrDefaultAsync(o => o.Service == service.Code, ct));
    }

    public async Task<Outcome<OfferingSettings>> HandleAsync(ChangeOffering input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (catalog.Find(input.Service) is not { } service) return Problems.UnknownService;
        if (Refusal(input, service.Definition) is { } refusal) return refusal;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var offering = await db.Offerings.SingleOrDefaultAsync(o => o.Service == service.Code, ct);
        if (input.Version is null) return Problems.VersionNeeded;
        if (input.Version != (offering?.Version ?? 0)) return Problems.Stale(View(service.Definition, offering));
        offering ??= db.Offerings.Add(new Offering(service.Code)).Entity;
        offering.Change(input.Active, input.WorkingDays, input.Contact.Trim());
        await AuditTrail.AppendAsync(db, service.Code, "offering-changed", input.Staff.Sub, $"{{\"active\":{(input.Active ? "true" : "false")}}}", clock.GetUtcNow().UtcDateTime, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return Problems.Stale(View(service.Definition, await fresh.Offerings.AsNoTracking().SingleOrDefaultAsync(o => o.Service == service.Code, ct)));
        }

        return View(service.Definition, offering);
    }

    private static Problem? Refusal(ChangeOffering input, ServiceDefinition service)
    {
        if (input.Contact.Length > LongestContact || !UnicodeText.IsPlain(input.Contact)) return Problems.Field("/contact", $"Tulis kontak paling banyak {LongestContact} huruf.");
        if (input.WorkingDays is not { } days) return null;
        if (OfferedService.LimitOf(service, null) is not { } national) return Problems.Field("/workingDays", "Layanan ini diputus sistem instansi lain. Kosongkan.");
        if (!service.RegencyMayOverride.Contains("shorter_processing_time")) return Problems.Field("/workingDays", "Standar nasional tidak membuka waktu layanan ini. Kosongkan.");
        return days >= 0 && days <= national ? null : Problems.Field("/workingDays", $"Tulis 0 sampai {national} hari kerja. Daerah hanya boleh mempercepat.");
    }

    private static OfferingSettings View(ServiceDefinition service, Offering? offering) =>
        new(service.Code, offering?.Active ?? true, offering?.WorkingDays, OfferedService.LimitOf(service, null), offering?.Contact ?? "", offering?.Version ?? 0);
}

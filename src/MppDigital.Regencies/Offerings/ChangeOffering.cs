using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Offerings;

/// <summary>What a regency may decide about a national service: whether it is offered, whom to ask, and within the national bounds a shorter promise, a tariff, a further requirement.</summary>
/// <param name="WorkingDays">Null keeps the national time.</param>
/// <param name="Version">From If-Match.</param>
public sealed record ChangeOffering(StaffMember Staff, string Service, bool Active, int? WorkingDays, string Contact, long? Version)
{
    /// <summary>Null keeps the national fee.</summary>
    public long? TariffIdr { get; init; }

    /// <summary>With its regulation; empty keeps the national list.</summary>
    public string ExtraRequirement { get; init; } = "";
}

/// <param name="NationalWorkingDays">The longest promise allowed; null where another system counts.</param>
/// <param name="Bounds">What is open here, and how far.</param>
public sealed record OfferingSettings(string Service, bool Active, int? WorkingDays, int? NationalWorkingDays, string Contact, long Version, long? TariffIdr, string ExtraRequirement, OverrideBounds Bounds)
{
    /// <summary>The promises that may be made, in working days; null where the nation opens none.</summary>
    public required OpenDays? OpenDays { get; init; }
}

/// <summary>The settings as they are.</summary>
public sealed record ReadOfferingSettings(StaffMember Staff, string Service);

internal sealed class ChangeOfferingHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
    : IUseCase<ChangeOffering, OfferingSettings>, IUseCase<ReadOfferingSettings, OfferingSettings>
{
    private const int LongestContact = 200;
    private const int LongestRequirement = 300;

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
        offering.Change(input.Active, SetBy(input), input.Contact.Trim());
        var now = clock.GetUtcNow().UtcDateTime;
        db.Outbox.Add(new OutboxRow(SendStanding.Kind, "{}", now));
        await AuditTrail.AppendAsync(db, service.Code, "offering-changed", input.Staff.Sub, $"{{\"active\":{(input.Active ? "true" : "false")}}}", now, ct);
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

        signal.Raise(current.Value.Code);
        return View(service.Definition, offering);
    }

    private static Problem? Refusal(ChangeOffering input, ServiceDefinition service)
    {
        if (input.Contact.Length > LongestContact || !UnicodeText.IsPlain(input.Contact)) return Problems.Field("/contact", $"Tulis kontak paling banyak {LongestContact} huruf.");
        if (input.ExtraRequirement.Length > LongestRequirement || !UnicodeText.IsPlain(input.ExtraRequirement)) return Problems.Field("/extraRequirement", $"Tulis syarat tambahan dan perdanya, paling banyak {LongestRequirement} huruf.");
        if (input is { Active: true, TariffIdr: null } && FeeRules.NeedsTariff(service))
            return Problems.Field("/tariffIdr", $"Layanan ini memungut biaya menurut tarif daerah. Tulis {service.OverrideBounds!.Tariff!.MinimumIdr} sampai {service.OverrideBounds.Tariff.MaximumIdr} rupiah, atau tutup layanannya.");
        return SetBy(input).Deviations(service).Select(d => d.Element switch
        {
            OverrideDeviation.Time when OfferedService.LimitOf(service, null) is null => Problems.Field("/workingDays", "Layanan ini diputus sistem instansi lain. Kosongkan."),
            OverrideDeviation.Time when d.Expected == "national" => Problems.Field("/workingDays", "Standar nasional tidak membuka waktu layanan ini. Kosongkan."),
            OverrideDeviation.Time => Problems.Field("/workingDays", $"Tulis {Words(d)} hari kerja. Daerah hanya boleh mempercepat."),
            OverrideDeviation.Fee when d.Expected == "national" => Problems.Field("/tariffIdr", "Standar nasional tidak membuka tarif layanan ini. Kosongkan."),
            OverrideDeviation.Fee => Problems.Field("/tariffIdr", $"Tulis {Words(d)} rupiah."),
            _ => Problems.Field("/extraRequirement", "Standar nasional tidak membuka syarat tambahan untuk layanan ini. Kosongkan."),
        }).FirstOrDefault();
    }

    private static string Words(OverrideDeviation deviation) => deviation.Expected.Replace("..", " sampai ", StringComparison.Ordinal);

    private static LocalOverride SetBy(ChangeOffering input) => new(input.WorkingDays, input.TariffIdr, input.ExtraRequirement.Trim());

    private static OfferingSettings View(ServiceDefinition service, Offering? offering) =>
        new(service.Code, offering?.Active ?? true, offering?.WorkingDays, OfferedService.LimitOf(service, null), offering?.Contact ?? "", offering?.Version ?? 0,
            offering?.TariffIdr, offering?.ExtraRequirement ?? "", service.OverrideBounds ?? new OverrideBounds())
        {
            OpenDays = LocalOverride.OpenDaysOf(service),
        };
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>What anyone who holds the receipt may see without signing in: no name, no answers.</summary>
public sealed record TrackApplication(string Number, string Secret)
{
    public override string ToString() => $"track {Number}";
}

public sealed record TrackedApplication(
    string Number, string Service, string ServiceName, string Status, bool Deemed, DateTimeOffset SubmittedAt, DateTimeOffset? CompleteAt,
    DateOnly? DueOn, DateTimeOffset? DueAt, bool Provisional, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<Platform.Calendar.LegalDay> Days);

internal sealed class TrackApplicationHandler(
    IDbContextFactory<RegencyDbContext> contexts, TrackingGate gate, ReadTruth truth, ApplicationViews views, LegalDates dates, RegencySecrets secrets,
    IServiceCatalog catalog, CurrentRegency current) : IUseCase<TrackApplication, TrackedApplication>
{
    public async Task<Outcome<TrackedApplication>> HandleAsync(TrackApplication input, CancellationToken ct)
    {
        var number = (input.Number ?? "").Trim();
        if (!ApplicationNumbers.IsWellFormed(number, current.Value)) return Problems.WrongSecret;
        var secret = Crockford.Normalise(input.Secret ?? "") ?? "";

        await using var db = await contexts.CreateDbContextAsync(ct);
        var hash = secrets.SecretHash(number, secret);
        if (await gate.RefuseAsync(db, number, () => db.Applications.AsNoTracking().AnyAsync(a => a.Number == number && a.SecretHash == hash, ct), ct) is { } refusal) return refusal;

        var application = (await truth.OfAsync(number, ct))!;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var view = views.Of(application, service.NameId, await dates.CalendarAsync(db, ct));
        // Reasons may speak of a person; they are for the signed-in owner.
        return new TrackedApplication(view.Number, view.Service, view.ServiceName, view.Status, view.Deemed, view.SubmittedAt, view.CompleteAt, view.DueOn, view.DueAt, view.Provisional,
            [.. view.Timeline.Select(t => t with { Reason = "", Fields = [] })], view.Days);
    }
}

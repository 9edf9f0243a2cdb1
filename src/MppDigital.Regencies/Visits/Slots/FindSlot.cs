using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;
using MppDigital.Regencies.Visits.Places;

namespace MppDigital.Regencies.Visits.Slots;

/// <summary>A slot that somebody names, if it can be booked for the service now; otherwise the reason and what can be done.</summary>
internal sealed class FindSlot(HallPlans plans, CurrentRegency current)
{
    private const int LookAhead = 60;

    public async Task<Outcome<OpenSlot>> ForAsync(RegencyDbContext db, ServiceDefinition service, string key, DateTime now, CancellationToken ct)
    {
        if (!SlotPlan.TryRead(key, out var group, out var startsAt)) return VisitProblems.UnknownSlot;
        var places = await plans.ReadAsync(db, ct);
        var served = places.SelectMany(p => p.LinesFor(service.Code, service.Agency.Code).Select(l => (Place: p, Line: l))).ToList();
        if (served.Count == 0) return VisitProblems.NotServedHere;
        var (place, line) = served.FirstOrDefault(s => s.Line.Group.Id == group);
        if (place is null) return VisitProblems.UnknownSlot;
        if (startsAt <= now) return VisitProblems.SlotPast;

        var day = DateOnly.FromDateTime(current.Value.At(startsAt).Date);
        var local = current.Value.At(now).DateTime;
        var today = DateOnly.FromDateTime(local);
        if (day > today.AddDays(place.Waves.Horizon)) return VisitProblems.TooFar(today.AddDays(place.Waves.Horizon));
        var plan = place.On(day);
        if (!plan.IsOpen) return VisitProblems.Closed(day, plan.Why, NextOpen(place, day));
        if (SlotPlan.Of(place, line, plan, current.Value.Zone).FirstOrDefault(s => s.StartsAt == startsAt) is not { Bookable: > 0 } slot) return VisitProblems.UnknownSlot;
        var percent = place.Waves.OpenFor(day, local);
        var next = place.Waves.NextFor(day, local) is { } at ? current.Value.At(TimeZoneInfo.ConvertTimeToUtc(at, current.Value.Zone)) : (DateTimeOffset?)null;
        return percent == 0 ? VisitProblems.NotReleased(next) : new OpenSlot(slot, slot.MinutesOf(service.Code), percent, next);
    }

    private static DateOnly? NextOpen(PlacePlan place, DateOnly after) =>
        Enumerable.Range(1, LookAhead).Select(after.AddDays).Where(d => place.On(d).IsOpen).Select(d => (DateOnly?)d).FirstOrDefault();
}

/// <param name="Minutes">What a visit takes.</param>
/// <param name="MoreAt">When more of it opens; null when all is open.</param>
internal sealed record OpenSlot(SlotPlan Plan, int Minutes, int OpenPercent, DateTimeOffset? MoreAt)
{
    /// <summary>Full for now, or for good.</summary>
    public Problem Full => MoreAt is null ? VisitProblems.SlotFull : VisitProblems.NotReleased(MoreAt) with { Code = "slot-full" };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Heard;

/// <summary>What anybody may know of the complaints of the last twelve months, and of older ones that are still open. Numbers below five are left out, and so is what would tell them.</summary>
public sealed record ReadVoiceFigures;

/// <param name="Open">All that are open; null where it is withheld.</param>
/// <param name="Ages">The open ones by age; null where it is withheld.</param>
/// <param name="Raised">Open ones that had to go to the head or the ministry; null where it is withheld.</param>
/// <param name="MedianOpenDays">Half of the open ones are no older; null for fewer than five.</param>
/// <param name="MedianAnswerDays">Half were answered within as many days; null for fewer than five.</param>
public sealed record VoiceFigures(IReadOnlyList<VoiceCount> Counts, int? Open, IReadOnlyList<VoiceAge> Ages, int? Raised, double? MedianOpenDays, double? MedianAnswerDays, DateTimeOffset AsOf);

/// <param name="Class"><c>service</c>, <c>conduct</c>, <c>information</c> or <c>aspiration</c>.</param>
/// <param name="Open">Null where it is withheld.</param>
/// <param name="Closed">Null where it is withheld.</param>
public sealed record VoiceCount(string Class, int? Open, int? Closed);

/// <param name="Days"><c>0-14</c>, <c>15-60</c> or <c>61-</c>, calendar days since receipt.</param>
/// <param name="Open">Null where it is withheld.</param>
public sealed record VoiceAge(string Days, int? Open);

internal sealed class ReadVoiceFiguresHandler(IDbContextFactory<RegencyDbContext> contexts, IMemoryCache cache, CurrentRegency current, TimeProvider clock) : IUseCase<ReadVoiceFigures, VoiceFigures>
{
    private const int Most = 5000;

    // Strangers read it: the rows are walked once in this time, however many come.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    public async Task<Outcome<VoiceFigures>> HandleAsync(ReadVoiceFigures input, CancellationToken ct)
    {
        var key = ("voice-figures", current.Value.Code);
        var now = clock.GetUtcNow().UtcDateTime;
        if (cache.TryGetValue(key, out VoiceFigures? known) && known is not null && now - known.AsOf.UtcDateTime < Kept) return known;
        var since = now.AddYears(-1);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Complaints.AsNoTracking().Where(c => c.ReceivedAt >= since || c.State != ComplaintState.Closed).OrderByDescending(c => c.ReceivedAt).Take(Most)
            .Select(c => new { c.Class, c.State, c.Level, c.ReceivedAt, c.AnsweredAt, c.DueAt }).ToListAsync(ct);
        // As the days have left them, though nobody wrote it down yet.
        var figures = VoiceTally.Of(
            rows.ConvertAll(c => new CountedComplaint(
                c.Class, c.State != ComplaintState.Closed && !(c.State == ComplaintState.Answered && c.DueAt <= now), c.Level != ComplaintLevel.Office || (c.State is not (ComplaintState.Answered or ComplaintState.Closed) && c.DueAt <= now),
                (now - c.ReceivedAt).TotalDays, c.AnsweredAt is { } at ? (at - c.ReceivedAt).TotalDays : null)),
            current.Value.At(now));
        cache.Set(key, figures, Kept);
        return figures;
    }
}

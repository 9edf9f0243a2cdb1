using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Heard;

/// <summary>What anybody may know of the complaints of the last twelve months. Numbers below five are left out: they could point to a person.</summary>
public sealed record ReadVoiceFigures;

/// <param name="Raised">Open ones that had to go to the head or the ministry; null for fewer than five.</param>
/// <param name="MedianOpenDays">Half of the open ones are no older; null for fewer than five.</param>
/// <param name="MedianAnswerDays">Half were answered within as many days; null for fewer than five.</param>
public sealed record VoiceFigures(IReadOnlyList<VoiceCount> Counts, int? Raised, double? MedianOpenDays, double? MedianAnswerDays, DateTimeOffset AsOf);

/// <param name="Class"><c>service</c>, <c>conduct</c>, <c>information</c> or <c>aspiration</c>.</param>
/// <param name="Open">Null for fewer than five.</param>
/// <param name="Closed">Null for fewer than five.</param>
public sealed record VoiceCount(string Class, int? Open, int? Closed);

internal sealed class ReadVoiceFiguresHandler(IDbContextFactory<RegencyDbContext> contexts, IMemoryCache cache, CurrentRegency current, TimeProvider clock) : IUseCase<ReadVoiceFigures, VoiceFigures>
{
    public const int Least = 5;

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
        var rows = await db.Complaints.AsNoTracking().Where(c => c.ReceivedAt >= since).OrderByDescending(c => c.ReceivedAt).Take(Most)
            .Select(c => new { c.Class, c.State, c.Level, c.ReceivedAt, c.AnsweredAt, c.DueAt }).ToListAsync(ct);
        // As the days have left them, though nobody wrote it down yet.
        var all = rows.ConvertAll(c => (
            c.Class, IsOpen: c.State != ComplaintState.Closed && !(c.State == ComplaintState.Answered && c.DueAt <= now),
            IsRaised: c.Level != ComplaintLevel.Office || (c.State != ComplaintState.Answered && c.DueAt <= now), c.ReceivedAt, c.AnsweredAt));
        var figures = new VoiceFigures(
            [.. Enum.GetValues<ComplaintClass>().Select(kind => new VoiceCount(ComplaintWords.Wire(kind), Shown(all.Count(c => c.Class == kind && c.IsOpen)), Shown(all.Count(c => c.Class == kind && !c.IsOpen))))],
            Shown(all.Count(c => c.IsOpen && c.IsRaised)),
            Median([.. all.Where(c => c.IsOpen).Select(c => (now - c.ReceivedAt).TotalDays)]),
            Median([.. all.Where(c => c.AnsweredAt is not null).Select(c => (c.AnsweredAt!.Value - c.ReceivedAt).TotalDays)]),
            current.Value.At(now));
        cache.Set(key, figures, Kept);
        return figures;
    }

    private static int? Shown(int count) => count is > 0 and < Least ? null : count;

    private static double? Median(double[] values)
    {
        if (values.Length < Least) return null;
        Array.Sort(values);
        return Math.Round(values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2, 1);
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Heard;

/// <summary>The admin publishes what people said and what was done about it.</summary>
public sealed record PublishStory(StaffMember Admin, string Said, string Did);

/// <summary>Takes a story off the page again.</summary>
public sealed record WithdrawStory(StaffMember Admin, Guid Id);

/// <summary>What is published, the newest first.</summary>
public sealed record ListStories;

/// <param name="At">UTC instant.</param>
public sealed record StoryRow(Guid Id, string Said, string Did, DateTime At);

internal sealed class PublishStoryHandler(IDbContextFactory<RegencyDbContext> contexts, TimeProvider clock) : IUseCase<PublishStory, Done>, IUseCase<WithdrawStory, Done>, IUseCase<ListStories, IReadOnlyList<StoryRow>>
{
    private const int Least = 10;
    private const int Most = 50;

    private static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "wrong-role", "Cerita ini diterbitkan admin daerah.") { DetailEn = "The admin of the regency publishes this." };

    private static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-story", "Cerita ini tidak terbit lagi. Muat ulang halaman.") { DetailEn = "This is not published any more. Reload the page." };

    public async Task<Outcome<Done>> HandleAsync(PublishStory input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return AdminsOnly;
        var faults = new Dictionary<string, string[]>();
        if (!PlainWords.Fit(input.Said, Least, HeardStory.Longest)) faults["/said"] = [$"Tulis apa yang dikatakan warga, tanpa nama orang, {Least} sampai {HeardStory.Longest} huruf."];
        if (!PlainWords.Fit(input.Did, Least, HeardStory.Longest)) faults["/did"] = [$"Tulis apa yang diperbaiki, {Least} sampai {HeardStory.Longest} huruf."];
        if (faults.Count > 0) return Complaints.Problems.Invalid(faults);
        return await SaveAsync(input.Admin, "story-published", (db, now) =>
        {
            var story = new HeardStory { Said = input.Said.Trim(), Did = input.Did.Trim(), PublishedAt = now };
            db.HeardStories.Add(story);
            return Task.FromResult<Guid?>(story.Id);
        }, ct);
    }

    public Task<Outcome<Done>> HandleAsync(WithdrawStory input, CancellationToken ct) => !input.Admin.Is(OfficerRole.Admin)
        ? Task.FromResult<Outcome<Done>>(AdminsOnly)
        : SaveAsync(input.Admin, "story-withdrawn", async (db, now) =>
        {
            if (await db.HeardStories.SingleOrDefaultAsync(s => s.Id == input.Id && s.WithdrawnAt == null, ct) is not { } story) return null;
            story.WithdrawnAt = now;
            return story.Id;
        }, ct);

    public async Task<Outcome<IReadOnlyList<StoryRow>>> HandleAsync(ListStories input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.HeardStories.AsNoTracking().Where(s => s.WithdrawnAt == null).OrderByDescending(s => s.PublishedAt).ThenBy(s => s.Id).Take(Most).Select(s => new StoryRow(s.Id, s.Said, s.Did, s.PublishedAt)).ToListAsync(ct);
    }

    private async Task<Outcome<Done>> SaveAsync(StaffMember admin, string action, Func<RegencyDbContext, DateTime, Task<Guid?>> change, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await change(db, now) is not { } id) return Unknown;
        await AuditTrail.AppendAsync(db, $"story-{id:N}", action, admin.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }
}

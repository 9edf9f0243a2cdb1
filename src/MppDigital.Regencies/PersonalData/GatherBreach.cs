using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>
/// Whose data this regency held in a period, and who opened what of it: what the written notice after a failure of protection has to say
/// (UU 27/2022 article 46). For the operator, who hands it to the regency.
/// </summary>
/// <param name="From">UTC, inclusive.</param>
/// <param name="To">UTC, exclusive.</param>
public sealed record GatherBreach(DateTime From, DateTime To);

/// <param name="People">Everybody whose data lay here before the end of the period.</param>
/// <param name="Looks">Every access in the period, the oldest first.</param>
public sealed record BreachReport(IReadOnlyList<AffectedPerson> People, IReadOnlyList<BreachLook> Looks)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => $"{People.Count} people, {Looks.Count} looks";
}

/// <param name="Sub">Of the account, or of a child somebody acts for.</param>
/// <param name="Name">As filed last; empty where nothing was filed.</param>
/// <param name="Categories">Kinds of data: <c>identity</c>, <c>answers</c>, <c>papers</c>, <c>documents</c>, <c>payments</c>, <c>drafts</c>, <c>register-answers</c>.</param>
/// <param name="LookedAt">How often somebody opened something of theirs in the period.</param>
public sealed record AffectedPerson(string Sub, string Name, IReadOnlyList<string> Categories, IReadOnlyList<string> Applications, int LookedAt);

/// <param name="Actor">The <c>sub</c> of the official; empty for a system.</param>
public sealed record BreachLook(DateTime At, string Actor, string Sub, string Application, string Purpose);

internal sealed class GatherBreachHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, CurrentRegency current, TimeProvider clock) : IUseCase<GatherBreach, BreachReport>
{
    public async Task<Outcome<BreachReport>> HandleAsync(GatherBreach input, CancellationToken ct)
    {
        var (from, to) = (input.From, input.To);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var filed = await db.Applications.AsNoTracking().Where(a => a.SubmittedAt < to).OrderBy(a => a.Number).Select(a => new { a.Id, a.Number, a.Sub, a.Name }).ToListAsync(ct);
        var issued = (await db.IssuedDocuments.AsNoTracking().Where(d => d.IssuedAt < to).Select(d => d.ApplicationId).Distinct().ToListAsync(ct)).ToHashSet();
        var paid = (await db.Bills.AsNoTracking().Where(b => b.DueAt < to).Select(b => b.Sub).Distinct().ToListAsync(ct)).ToHashSet();
        var papers = (await db.Files.AsNoTracking().Where(f => f.UploadedAt < to).Select(f => f.Sub).Distinct().ToListAsync(ct)).ToHashSet();
        // When they were begun is not kept; what lies here now may have lain here then.
        var drafts = (await db.Drafts.AsNoTracking().Select(d => d.Sub).Distinct().ToListAsync(ct)).ToHashSet();
        var answers = (await db.HeldFacts.AsNoTracking().Select(f => f.Sub).Distinct().ToListAsync(ct)).ToHashSet();
        var looks = await db.AccessLog.AsNoTracking().Where(r => r.At >= from && r.At < to).OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => new BreachLook(r.At, r.Actor, r.Sub, r.Application, r.Purpose)).ToListAsync(ct);

        var byPerson = filed.ToLookup(f => f.Sub);
        var lookedAt = looks.CountBy(l => l.Sub).ToDictionary();
        var people = new List<AffectedPerson>();
        foreach (var sub in byPerson.Select(g => g.Key).Concat(paid).Concat(papers).Concat(drafts).Concat(answers).Concat(lookedAt.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var own = byPerson[sub].ToList();
            var kinds = new List<string>();
            if (own.Count > 0) kinds.AddRange(["identity", "answers"]);
            if (papers.Contains(sub)) kinds.Add("papers");
            if (own.Exists(o => issued.Contains(o.Id))) kinds.Add("documents");
            if (paid.Contains(sub)) kinds.Add("payments");
            if (drafts.Contains(sub)) kinds.Add("drafts");
            if (answers.Contains(sub)) kinds.Add("register-answers");
            people.Add(new AffectedPerson(sub, own.Count > 0 ? secrets.OpenName(own[^1].Name) : "", kinds, [.. own.Select(o => o.Number)], lookedAt.GetValueOrDefault(sub)));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, current.Value.Code.Value, "breach-report-made", "operator", $$"""{"from":"{{from:O}}","to":"{{to:O}}","people":{{people.Count}}}""", clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new BreachReport(people, looks);
    }
}

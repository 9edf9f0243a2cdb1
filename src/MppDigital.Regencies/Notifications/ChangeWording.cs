using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <param name="Event">Name of a <see cref="NoticeEvent"/>.</param>
public sealed record ReadWording(StaffMember Staff, string Event);

/// <summary>Puts the regency's own words in place of the national ones, in both languages at once.</summary>
/// <param name="Id">Null, together with <paramref name="En"/>: back to the national words.</param>
/// <param name="Version">From <see cref="WordingView.Version"/>; null when the caller named none.</param>
public sealed record ChangeWording(StaffMember Staff, string Event, Wording? Id, Wording? En, long? Version);

/// <summary>Looks at words without keeping them.</summary>
public sealed record PreviewWording(StaffMember Staff, string Event, Wording Id, Wording En);

/// <param name="IsOwn">False while the national words are in force.</param>
/// <param name="Placeholders">What may stand in braces here.</param>
/// <param name="Needed">What must.</param>
/// <param name="SampleId">As a recipient would read it, with invented values.</param>
public sealed record WordingView(string Event, Wording Id, Wording En, bool IsOwn, IReadOnlyList<string> Placeholders, IReadOnlyList<string> Needed, Wording SampleId, Wording SampleEn, long Version);

internal sealed class ChangeWordingHandler(IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, RegencyAddress address, CurrentRegency current, TimeProvider clock)
    : IUseCase<ReadWording, WordingView>, IUseCase<ChangeWording, WordingView>, IUseCase<PreviewWording, WordingView>
{
    public async Task<Outcome<WordingView>> HandleAsync(ReadWording input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (EventOf(input.Event) is not { } what) return Problems.UnknownEvent;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ViewAsync(db, what, ct);
    }

    public Task<Outcome<WordingView>> HandleAsync(PreviewWording input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Task.FromResult<Outcome<WordingView>>(Problems.WrongRole);
        if (EventOf(input.Event) is not { } what) return Task.FromResult<Outcome<WordingView>>(Problems.UnknownEvent);
        var faults = FaultsOf(what, input.Id, input.En);
        return Task.FromResult<Outcome<WordingView>>(faults.Count > 0 ? Problems.Invalid(faults) : View(what, input.Id, input.En, true, 0));
    }

    public async Task<Outcome<WordingView>> HandleAsync(ChangeWording input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        if (EventOf(input.Event) is not { } what) return Problems.UnknownEvent;
        if (input.Version is null) return Problems.VersionNeeded;
        if (input is { Id: { } id, En: { } en } && FaultsOf(what, id, en) is { Count: > 0 } faults) return Problems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.NoticeWordings.Where(w => w.Event == what).ToListAsync(ct);
        if (rows.Sum(r => r.Version) != input.Version) return Problems.Stale(await ViewAsync(db, what, ct));
        var now = clock.GetUtcNow().UtcDateTime;
        if (input is { Id: { } indonesian, En: { } english }) foreach (var (language, words) in ((string, Wording)[])[("id", indonesian), ("en", english)]) Write(db, rows, what, language, words, input.Staff.Sub, now);
        else db.RemoveRange(rows);
        await AuditTrail.AppendAsync(db, "messages", input.Id is null ? "wording-reset" : "wording-changed", input.Staff.Sub, $"{{\"event\":\"{what}\"}}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            await transaction.RollbackAsync(ct);
            await using var fresh = await contexts.CreateDbContextAsync(ct);
            return Problems.Stale(await ViewAsync(fresh, what, ct));
        }

        await transaction.CommitAsync(ct);
        return await ViewAsync(db, what, ct);
    }

    private static void Write(RegencyDbContext db, List<NoticeWording> rows, NoticeEvent what, string language, Wording words, string by, DateTime now)
    {
        var row = rows.Find(r => r.Language == language) ?? db.NoticeWordings.Add(new NoticeWording { Event = what, Language = language }).Entity;
        (row.Short, row.Subject, row.Body, row.ChangedBy, row.ChangedAt) = (words.Brief.Trim(), words.Subject.Trim(), words.Body.ReplaceLineEndings("\n").Trim(), by, now);
    }

    private Dictionary<string, string[]> FaultsOf(NoticeEvent what, Wording id, Wording en)
    {
        var faults = new Dictionary<string, string[]>();
        foreach (var (language, words) in ((string, Wording)[])[("id", id), ("en", en)])
        {
            foreach (var (field, texts) in WordingRules.Check(what, words, current.Value)) faults[$"/{language}{field}"] = texts;
        }

        return faults;
    }

    private async Task<WordingView> ViewAsync(RegencyDbContext db, NoticeEvent what, CancellationToken ct)
    {
        var rows = await db.NoticeWordings.AsNoTracking().Where(w => w.Event == what).ToListAsync(ct);
        Wording In(string language) => rows.Find(r => r.Language == language) is { } own ? Wording.Of(own) : Wording.Of(what, language);
        return View(what, In("id"), In("en"), rows.Count > 0, rows.Sum(r => r.Version));
    }

    private WordingView View(NoticeEvent what, Wording id, Wording en, bool isOwn, long version) =>
        new(what.ToString(), id, en, isOwn, Placeholders.Of(what), Placeholders.NeededIn(what), Sample(id, "id"), Sample(en, "en"), version);

    private Wording Sample(Wording words, string language)
    {
        var facts = new NoticeFacts($"{current.Value.Code.Code4}-26-000123", "DPM-SIP-04", "Surat Izin Praktik Perawat", "Nurse practice licence", $"/permohonan/{current.Value.Code.Code4}-26-000123")
        {
            AmountIdr = 30_000,
            Days = 7,
            Share = 80,
            Document = $"DPM-SIP-04/{current.Value.Code.Code4}/2026/00042",
            Until = new DateOnly(2031, 11, 30),
        };
        var link = address.For(facts.Path);
        var (brief, full) = (facts.In(language, true, current.Value, link), facts.In(language, false, current.Value, link));
        return new Wording(Notifications.Placeholders.Fill(words.Brief, brief), Notifications.Placeholders.Fill(words.Subject, brief), Notifications.Placeholders.Fill(words.Body, full));
    }

    private static NoticeEvent? EventOf(string name) => Enum.GetValues<NoticeEvent>().Where(e => e.ToString() == name).Cast<NoticeEvent?>().FirstOrDefault();
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>A service is over: it counts towards those who could answer, and whoever had it is asked, once, however often the row is worked on.</summary>
internal sealed class InviteToSurvey(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, SurveyCodes codes, WriteNotice notices, OutboxSignal signal, CurrentRegency current) : IOutboxHandler
{
    string IOutboxHandler.Kind => FinishedService.PayloadKind;

    public Task HandleAsync(string payload, CancellationToken ct) => InviteAsync(JsonSerializer.Deserialize<FinishedService>(payload)!, ct);

    public async Task InviteAsync(FinishedService act, CancellationToken ct)
    {
        try
        {
            await TryAsync(act, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Another worker asked the same person, or counted the first service of the month, at the same moment.
            await TryAsync(act, ct);
        }
    }

    private async Task TryAsync(FinishedService act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var code = codes.Of(act.Kind, act.Act);
        var lookup = codes.LookupOf(code);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.SurveyInvitations.AnyAsync(i => i.Lookup == lookup, ct)) return;
        var finished = DateOnly.FromDateTime(current.Value.At(act.At).Date);
        var (month, service, agency) = (SurveyMonth.Of(finished), act.Service, act.Agency);
        if (await db.SurveyPopulation.Where(p => p.Month == month && p.Service == service && p.Agency == agency).ExecuteUpdateAsync(p => p.SetProperty(x => x.Acts, x => x.Acts + 1), ct) == 0)
            db.SurveyPopulation.Add(new SurveyPopulation { Month = month, Service = service, Agency = agency, Acts = 1 });
        db.SurveyInvitations.Add(SurveyInvitation.For(lookup, service, agency, finished));
        var queued = act.Sub is not null && await notices.AddAsync(db, NoticeOf(act, act.Sub, code), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        if (queued) signal.Raise(current.Value.Code);
    }

    private Notice NoticeOf(FinishedService act, string sub, string code)
    {
        var service = catalog.Find(act.Service)?.Definition;
        var facts = new NoticeFacts(act.Number, act.Service, service?.NameId ?? act.Service, service?.NameEn ?? act.Service, $"/survei/{code}");
        return new Notice($"survey-{act.Kind}-{act.Act:N}", NoticeEvent.SurveyInvited, sub, NoticeWeight.News, facts);
    }
}

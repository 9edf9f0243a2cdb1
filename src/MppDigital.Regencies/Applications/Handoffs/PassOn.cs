using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Handoffs;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>
/// Passes a file on to the system that decides it, and tells that system when the applicant took it back. Whoever dies between its answer and
/// our commit sends it again: the number is the key, and the same reference comes back.
/// </summary>
internal sealed class PassOn(
    IDbContextFactory<RegencyDbContext> contexts, IDatabaseEngine engine, IServiceCatalog catalog, HandoffDesks desks, HandoffNews news, RegencySecrets secrets, TimeProvider clock) : IOutboxHandler
{
    public const string Kind = "pass-on";

    string IOutboxHandler.Kind => Kind;

    bool IOutboxHandler.AsksOthers => true;

    public static OutboxRow RowFor(Application application, DateTime now) => new(Kind, JsonSerializer.Serialize(new Payload(application.Id)), now);

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var id = JsonSerializer.Deserialize<Payload>(payload)!.Application;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, ct);
        if (catalog.Find(application.Service, application.CatalogVersion) is not { Definition: var service } || await desks.ForAsync(service, ct) is not { } desk) return;
        var handoff = await db.Handoffs.SingleOrDefaultAsync(h => h.ApplicationId == id, ct);
        if (application.Status == ApplicationStatus.Withdrawn)
        {
            if (handoff is not null) await TakeBackAsync(db, application, handoff, desk, service, ct);
            return;
        }

        handoff ??= await OpenAsync(db, id, desk, ct);
        if (handoff.Reference.Length > 0) return;
        await SendAsync(application, handoff, desk, service, ct);
    }

    private async Task<Handoff> OpenAsync(RegencyDbContext db, Guid application, IOutsideDesk desk, CancellationToken ct)
    {
        var handoff = db.Handoffs.Add(new Handoff { ApplicationId = application, System = desk.Code }).Entity;
        try
        {
            await db.SaveChangesAsync(ct);
            return handoff;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            db.ChangeTracker.Clear();
            return await db.Handoffs.SingleAsync(h => h.ApplicationId == application, ct);
        }
    }

    private async Task SendAsync(Application application, Handoff handoff, IOutsideDesk desk, ServiceDefinition service, CancellationToken ct)
    {
        // Outside any transaction: a system that thinks must not hold up whoever writes.
        var answer = await desk.HandOverAsync(FileOf(application, desk, service, withdrawn: false), ct);
        if (answer is Lookup<OutsideNews>.Found { Data: var taken } && await news.HearAsync(handoff.Id, taken, ct)) return;
        var why = answer is Lookup<OutsideNews>.Unavailable { Reason: var reason } ? reason.ToString() : nameof(Outage.Unreadable);
        await news.MissAsync(handoff.Id, why, ct);
        throw new InvalidOperationException($"{desk.Code} did not take {application.Number}: {why}. It is sent again.");
    }

    private async Task TakeBackAsync(RegencyDbContext db, Application application, Handoff handoff, IOutsideDesk desk, ServiceDefinition service, CancellationToken ct)
    {
        if (handoff.AskAt is not null)
        {
            handoff.Stop();
            await db.SaveChangesAsync(ct);
        }

        if (!desk.TakesWithdrawals || handoff.Reference.Length == 0) return;
        if (await desk.HandOverAsync(FileOf(application, desk, service, withdrawn: true), ct) is Lookup<OutsideNews>.Unavailable { Reason: var reason })
            throw new InvalidOperationException($"{desk.Code} was not told that {application.Number} is withdrawn: {reason}. It is told again.");
    }

    private Handover FileOf(Application application, IOutsideDesk desk, ServiceDefinition service, bool withdrawn)
    {
        using var answers = JsonDocument.Parse(secrets.OpenAnswers(application.Answers));
        return new Handover(application.Number, service.Code, secrets.OpenNik(application.Nik), answers.RootElement.Clone(), desks.CallbackOf(desk), clock.GetUtcNow().UtcDateTime, withdrawn);
    }

    private sealed record Payload(Guid Application);
}

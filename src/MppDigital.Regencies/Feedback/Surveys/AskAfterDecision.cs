using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>An application has its document or its refusal: the service is over, and whoever was refused is asked just as well.</summary>
internal sealed class AskAfterDecision(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, InviteToSurvey invite) : IOutboxHandler
{
    string IOutboxHandler.Kind => ApplicationChanged.Kind;

    public async Task HandleAsync(string payload, CancellationToken ct)
    {
        var change = JsonSerializer.Deserialize<ApplicationChanged>(payload)!;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var over = await db.Events.AsNoTracking().Where(e => e.ApplicationId == change.Application && e.Sequence >= change.From && e.Sequence <= change.To && (e.Kind == "issued" || e.Kind == "refused"))
            .OrderBy(e => e.Sequence).Select(e => (DateTime?)e.At).FirstOrDefaultAsync(ct);
        if (over is not { } at) return;
        var application = await db.Applications.AsNoTracking().Where(a => a.Id == change.Application).Select(a => new { a.Id, a.Sub, a.Number, a.Service, a.CatalogVersion }).SingleAsync(ct);
        var agency = catalog.Find(application.Service, application.CatalogVersion)!.Definition.Agency.Code;
        await invite.InviteAsync(new FinishedService(FinishedService.Application, application.Id, application.Service, agency, at, application.Sub, application.Number), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>Shows whole numbers of identity; a click of its own, written down apart from the look at the file.</summary>
public sealed record RevealNik(StaffMember Staff, string Number);

internal sealed class RevealNikHandler(IDbContextFactory<RegencyDbContext> contexts, ReadTruth truth, OfficerViews views, RegencySecrets secrets, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<RevealNik, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(RevealNik input, CancellationToken ct)
    {
        if (await truth.OfAsync(input.Number, ct) is not { } application) return Problems.UnknownApplication;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        if (!Enum.GetValues<Move>().Any(m => ApplicationMoves.MayDo(input.Staff, m, service))) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        AccessBook.Note(db, new AccessRow { At = clock.GetUtcNow().UtcDateTime, Actor = input.Staff.Sub, Sub = application.Sub, Application = application.Number, Service = application.Service, Purpose = LookPurposes.RevealNik, Fields = "nik" });
        await db.SaveChangesAsync(ct);
        signal.Raise(current.Value.Code);
        var view = await views.OfAsync(db, application, service, input.Staff, ct);
        return view with { Nik = secrets.OpenNik(application.Nik), Application = view.Application with { Data = System.Text.Json.JsonDocument.Parse(secrets.OpenAnswers(application.Answers)).RootElement } };
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.PersonalData;

/// <summary>What residents want corrected here, the earliest due first; for the admin.</summary>
public sealed record ListCorrections(StaffMember Admin);

/// <summary>One of them. Whoever looks is written down, for the person looked at may ask.</summary>
public sealed record ReviewCorrection(StaffMember Admin, Guid Id);

/// <param name="Belongs">False where no application of that number is this person's: nothing of it may be told or changed, whatever they write.</param>
/// <param name="Service">Code; empty where it is not theirs.</param>
public sealed record CorrectionSheet(DataRequestView Request, bool Belongs, string Service);

/// <summary>The admin answers, after the agency in charge has put right what was wrong, or with the reason why not.</summary>
/// <param name="Seen">Version that the admin saw.</param>
public sealed record DecideCorrection(StaffMember Admin, Guid Id, bool Granted, string Reason, long? Seen);

internal sealed class DecideCorrectionHandler(
    IDbContextFactory<RegencyDbContext> contexts, IUseCase<ListOfficeRequests, IReadOnlyList<OfficeRequest>> list, IUseCase<ReadOfficeRequest, OfficeRequest> read, IUseCase<AnswerCorrection, DataRequestView> answer,
    CurrentRegency current, TimeProvider clock) : IUseCase<ListCorrections, IReadOnlyList<OfficeRequest>>, IUseCase<ReviewCorrection, CorrectionSheet>, IUseCase<DecideCorrection, DataRequestView>
{
    private static readonly Problem AdminsOnly = new(ProblemKind.Forbidden, "admin-only", "Permintaan data pribadi dijawab oleh admin daerah.") { DetailEn = "Requests about personal data are answered by the regency's admin." };

    private static readonly Problem NotTheirs = new(ProblemKind.Conflict, "not-theirs", "Nomor itu bukan permohonan orang ini. Permintaan ini hanya dapat ditolak.") { DetailEn = "That number is no application of this person. The request can only be refused." };

    public async Task<Outcome<IReadOnlyList<OfficeRequest>>> HandleAsync(ListCorrections input, CancellationToken ct) =>
        input.Admin.Is(OfficerRole.Admin) ? await list.HandleAsync(new ListOfficeRequests(current.Value.Code), ct) : AdminsOnly;

    public async Task<Outcome<CorrectionSheet>> HandleAsync(ReviewCorrection input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return AdminsOnly;
        var found = await read.HandleAsync(new ReadOfficeRequest(current.Value.Code, input.Id), ct);
        if (!found.Succeeded) return found.Problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var service = await ServiceOfAsync(db, found.Value, ct);
        db.AccessLog.Add(new AccessRow { At = clock.GetUtcNow().UtcDateTime, Actor = input.Admin.Sub, Sub = found.Value.Sub, Application = service is null ? "" : found.Value.Request.Subject, Service = service ?? "", Purpose = LookPurposes.Correction, Fields = "correction" });
        await db.SaveChangesAsync(ct);
        return new CorrectionSheet(found.Value.Request, service is not null, service ?? "");
    }

    public async Task<Outcome<DataRequestView>> HandleAsync(DecideCorrection input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return AdminsOnly;
        var found = await read.HandleAsync(new ReadOfficeRequest(current.Value.Code, input.Id), ct);
        if (!found.Succeeded) return found.Problem;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (input.Granted && await ServiceOfAsync(db, found.Value, ct) is null) return NotTheirs;
        return await answer.HandleAsync(new AnswerCorrection(current.Value.Code, input.Admin.Sub, input.Id, input.Granted, input.Reason, input.Seen), ct);
    }

    private static Task<string?> ServiceOfAsync(RegencyDbContext db, OfficeRequest request, CancellationToken ct)
    {
        var (number, sub) = (request.Request.Subject, request.Sub);
        return db.Applications.AsNoTracking().Where(a => a.Number == number && (a.Sub == sub || a.ActedBy == sub)).Select(a => a.Service).FirstOrDefaultAsync(ct);
    }
}

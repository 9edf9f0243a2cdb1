using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MppDigital.Connectors.Bsre;
using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <param name="Applicant">Full name: whoever decides must know whom.</param>
/// <param name="Nik">First 4 and last 2 digits.</param>
/// <param name="Actions">Moves open now to the caller, as they stand in the address of the call.</param>
/// <param name="Waiting">The next step of the workflow and whose it is; null when nothing is left to do.</param>
/// <param name="Duplicate">The same person has another open application for this service.</param>
/// <param name="Files">What the citizen gave, in the order of the requirements.</param>
public sealed record OfficerView(ApplicationView Application, string Applicant, string Nik, IReadOnlyList<string> Actions, NextStepView? Waiting, bool Duplicate, IReadOnlyList<OfficerFile> Files)
{
    /// <summary>Every stage with its owner, in the order of doing.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }

    /// <summary>The last share of the limit in percent at which a warning was given; 0 before the first.</summary>
    public required int WarnedLevel { get; init; }

    /// <summary>The product that a register is making for the decision; null when none is outstanding.</summary>
    public required OrderView? Order { get; init; }

    /// <summary>Whose signature the approved document waits for; null when for none.</summary>
    public SignerAwaited? AwaitsSignature { get; init; }
}

/// <param name="Register">As definitions name it.</param>
/// <param name="Attempts">How often it was asked and gave nothing.</param>
/// <param name="LastFailure">Why, in a word; empty before the first.</param>
public sealed record OrderView(string Register, DateTimeOffset Since, int Attempts, string LastFailure);

/// <param name="Mine">The reader's own.</param>
public sealed record SignerAwaited(string Signer, DateTimeOffset Since, bool Mine);

/// <param name="Size">In bytes.</param>
public sealed record OfficerFile(Guid Id, string Requirement, string ContentType, int Size);

public sealed record NextStepView(string Action, string Role, string Agency);

internal sealed class OfficerViews(ApplicationViews views, StageViews stages, RegencySecrets secrets, LegalDates dates, IOptions<SignatureOptions> signatures, CurrentRegency current)
{
    public async Task<OfficerView> OfAsync(RegencyDbContext db, Application application, ServiceDefinition service, StaffMember staff, CancellationToken ct)
    {
        var calendar = await dates.CalendarAsync(db, ct);
        var view = views.Of(application, service.NameId, calendar);
        return new OfficerView(
            view with { Data = MaskedAnswers.Of(view.Data, service) },
            secrets.OpenName(application.Name),
            Nik.Mask(secrets.OpenNik(application.Nik)),
            [.. ApplicationMoves.OpenTo(staff, application, service).Select(m => m.ToString().ToLowerInvariant())],
            Waiting(application, service),
            application.Duplicate,
            await FilesAsync(db, application, ct))
        {
            Stages = stages.Of(application, service, calendar, await PeopleAsync(db, application, ct)),
            WarnedLevel = application.WarnedLevel,
            Order = await OrderAsync(db, application, service, ct),
            AwaitsSignature = await UnsignedAsync(db, application, staff, ct),
        };
    }

    private async Task<OrderView?> OrderAsync(RegencyDbContext db, Application application, ServiceDefinition service, CancellationToken ct)
    {
        if (service.Product.IssuedBy is not { } by || application.Status.IsOpen()) return null;
        var order = await db.ProductOrders.AsNoTracking().FirstOrDefaultAsync(o => o.ApplicationId == application.Id && o.WaitingSince != null, ct);
        return order is null ? null : new OrderView(by.Register, current.Value.At(order.OrderedAt), order.Attempts, order.LastFailure);
    }

    private async Task<SignerAwaited?> UnsignedAsync(RegencyDbContext db, Application application, StaffMember staff, CancellationToken ct)
    {
        if (!signatures.Value.ByBsre || application.Status != ApplicationStatus.Approved) return null;
        var order = await db.SignatureOrders.AsNoTracking().FirstOrDefaultAsync(o => o.ApplicationId == application.Id && o.WaitingSince != null, ct);
        return order is null ? null : new SignerAwaited(order.Signer, current.Value.At(order.OrderedAt), order.SignerSub == staff.Sub);
    }

    private static async Task<List<Officer>> PeopleAsync(RegencyDbContext db, Application application, CancellationToken ct)
    {
        var subs = application.Owners.Select(o => o.Sub).Concat(application.Events.Select(e => e.Actor)).Distinct().ToList();
        return await db.Officers.AsNoTracking().Where(o => o.Role == OfficerRole.Head || subs.Contains(o.Sub)).OrderBy(o => o.Id).Take(200).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<OfficerFile>> FilesAsync(RegencyDbContext db, Application application, CancellationToken ct)
    {
        var given = application.Evidence.Where(e => e.FileId is not null).Select(e => (Id: e.FileId.GetValueOrDefault(), e.Requirement)).ToList();
        if (given.Count == 0) return [];
        var ids = given.Select(g => g.Id).Distinct().ToList();
        var files = await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id)).OrderBy(f => f.Id).Take(100).Select(f => new { f.Id, f.ContentType, f.Size }).ToDictionaryAsync(f => f.Id, ct);
        return [.. given.Where(g => files.ContainsKey(g.Id)).Select(g => new OfficerFile(g.Id, g.Requirement, files[g.Id].ContentType, files[g.Id].Size))];
    }

    internal static NextStepView? Waiting(Application application, ServiceDefinition service) =>
        application.Status.IsOpen() && ApplicationMoves.NextSteps(application, service) is [var step, ..]
            ? new NextStepView(step.Action.ToString().ToLowerInvariant(), step.Role.ToString().ToLowerInvariant(), step.Agency)
            : null;
}

using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>One complaint as an officer who may see it works on it.</summary>
public sealed record ReviewComplaint(StaffMember Staff, string Number);

/// <param name="Text">What was written.</param>
/// <param name="Which">The application or the counter, as it was written.</param>
/// <param name="Who"><c>anonymous</c>, <c>hidden</c> or <c>named</c>.</param>
/// <param name="MayAskWho">The name opens on a recorded click.</param>
/// <param name="Moves">What this person may do now.</param>
/// <param name="Summary">What the ministry reads.</param>
/// <param name="Officer">The <c>sub</c> of the one who answers; empty: whoever of the agency does.</param>
public sealed record ComplaintSheet(
    ComplaintView View, string Text, string About, string Which, string AboutAgency, string Agency, string Who, bool MayAskWho, IReadOnlyList<EvidenceRow> Evidence, IReadOnlyList<ComplaintMove> Moves, string Summary, string? Reference,
    long Version, string Officer)
{
    public override string ToString() => View.ToString();
}

public sealed record EvidenceRow(Guid Id, string ContentType, int Size, DateTimeOffset At);

internal sealed class ReviewComplaintHandler(ComplaintBook book, ComplaintSheets sheets) : IUseCase<ReviewComplaint, ComplaintSheet>
{
    public async Task<Outcome<ComplaintSheet>> HandleAsync(ReviewComplaint input, CancellationToken ct) =>
        await book.ReadAsync(input.Number, ct) is { } complaint && ComplaintMoves.MaySee(input.Staff, complaint) ? sheets.Of(complaint, input.Staff) : Problems.Unknown;
}

internal sealed class ComplaintSheets(ComplaintViews views, RegencySecrets secrets, CurrentRegency current)
{
    public ComplaintSheet Of(Complaint complaint, StaffMember staff) => new(
        views.Of(complaint, notes: true), secrets.OpenReason(complaint.Text), ComplaintWords.Wire(complaint.About), secrets.OpenReason(complaint.AboutWhich), complaint.AboutAgency, complaint.Agency, ComplaintWords.Wire(complaint.Who),
        ComplaintMoves.MaySeeWho(staff, complaint), [.. complaint.Files.Select(f => new EvidenceRow(f.Id, f.ContentType, f.Size, current.Value.At(f.At)))],
        [.. Enum.GetValues<ComplaintMove>().Where(m => ComplaintMoves.Allows(m, complaint.State) && ComplaintMoves.MayDo(staff, m, complaint))], secrets.OpenReason(complaint.Summary), complaint.Reference, complaint.Version, complaint.Officer);
}

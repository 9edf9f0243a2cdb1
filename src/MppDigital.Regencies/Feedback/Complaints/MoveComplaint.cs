using MppDigital.National.Catalog;
using MppDigital.National.Voice;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>An officer's step.</summary>
/// <param name="Version">As the officer saw it.</param>
/// <param name="Class">To which class it belongs; only to check it.</param>
/// <param name="Agency">To whom it goes; only to assign.</param>
/// <param name="Officer">The <c>sub</c> of the one who answers there; empty: whoever does. Only to assign.</param>
/// <param name="Text">The answer, the note for the agency, or what the ministry may read.</param>
public sealed record MoveComplaint(StaffMember Staff, string Number, long? Version, ComplaintMove Move, ComplaintClass? Class, string Agency, string Text, string Officer = "")
{
    public override string ToString() => $"{Move} {Number}";
}

internal sealed class MoveComplaintHandler(ComplaintBook book, ComplaintSheets sheets, RegencySecrets secrets, SeatedOfficers seated, IServiceCatalog catalog) : IUseCase<MoveComplaint, ComplaintSheet>
{
    private const int LeastAnswer = 20;
    private const int LongestAnswer = 4000;
    private const int LongestNote = 1000;

    public async Task<Outcome<ComplaintSheet>> HandleAsync(MoveComplaint input, CancellationToken ct)
    {
        if (await book.ReadAsync(input.Number, ct) is not { } seen || !ComplaintMoves.MaySee(input.Staff, seen)) return Problems.Unknown;
        var sits = input.Move != ComplaintMove.Assign || input.Officer.Length == 0 || await seated.IsAsync(input.Officer, input.Agency, ct);
        var changed = await book.ChangeAsync(input.Number, input.Version ?? -1, complaint => Refusal(input, sits, complaint), (complaint, now) => Apply(input, complaint, now), input.Staff.Sub, ct);
        return changed.Succeeded ? sheets.Of(changed.Value, input.Staff) : input.Version is null && changed.Problem.Kind == ProblemKind.Stale ? Problems.VersionNeeded : changed.Problem;
    }

    private Problem? Refusal(MoveComplaint input, bool sits, Complaint complaint)
    {
        if (!ComplaintMoves.Allows(input.Move, complaint.State)) return Problems.IllegalMove;
        if (!ComplaintMoves.MayDo(input.Staff, input.Move, complaint)) return Problems.WrongRole;
        return input.Move switch
        {
            ComplaintMove.Triage when input.Class is null => Problems.Field("/class", "Pilih jenis: pelayanan, pengawasan, informasi, atau saran."),
            ComplaintMove.Assign when !SeatRules.Agencies(catalog).Contains(input.Agency) => Problems.Field("/agency", "Pilih instansi yang menjawab."),
            ComplaintMove.Assign when complaint.Class == ComplaintClass.Conduct && input.Agency == complaint.AboutAgency => Problems.Accused,
            ComplaintMove.Assign when !sits => Problems.Field("/officer", "Pilih petugas instansi itu yang bertugas hari ini, atau kosongkan."),
            ComplaintMove.Assign when !PlainWords.Fit(input.Text, 0, LongestNote) => Problems.Field("/text", $"Tulis paling banyak {LongestNote} huruf."),
            ComplaintMove.Answer when !PlainWords.Fit(input.Text, LeastAnswer, LongestAnswer) => Problems.Field("/text", $"Tulis jawaban untuk pelapor, {LeastAnswer} sampai {LongestAnswer} huruf."),
            ComplaintMove.Summarise when !PlainWords.Fit(input.Text, LeastAnswer, EscalatedLimits.LongestSummary) => Problems.Field("/text", $"Tulis ringkasan tanpa nama orang, {LeastAnswer} sampai {EscalatedLimits.LongestSummary} huruf."),
            _ => null,
        };
    }

    private void Apply(MoveComplaint input, Complaint complaint, DateTime now)
    {
        var (by, text) = (input.Staff.Sub, secrets.SealReason(input.Text.Trim()));
        switch (input.Move)
        {
            case ComplaintMove.Triage:
                complaint.Triage(input.Class!.Value, by, now);
                break;
            case ComplaintMove.Assign:
                complaint.Assign(input.Agency, by, text, now, input.Officer);
                break;
            case ComplaintMove.Forward:
                complaint.Forward(by, now);
                break;
            case ComplaintMove.Answer:
                complaint.Answer(complaint.Level == ComplaintLevel.Office ? ComplaintActor.Officer : ComplaintActor.Head, by, text, now);
                break;
            case ComplaintMove.Summarise:
                complaint.Summarise(text, by, now);
                break;
            default:
                throw new InvalidOperationException($"{input.Move} is not an officer's step.");
        }
    }
}

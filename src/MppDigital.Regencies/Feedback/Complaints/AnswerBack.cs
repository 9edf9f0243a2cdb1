using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Whoever complained accepts the answer, contests it, or takes the complaint back.</summary>
/// <param name="Move"><see cref="ComplaintMove.Accept"/>, <see cref="ComplaintMove.Contest"/> or <see cref="ComplaintMove.Withdraw"/>.</param>
/// <param name="Reason">Why the answer is not enough; only to contest.</param>
public sealed record AnswerBack(string Number, string Secret, ComplaintMove Move, string Reason)
{
    public override string ToString() => $"{Move} {Number}";
}

internal sealed class AnswerBackHandler(ComplaintHolder holder, ComplaintBook book, ComplaintViews views, RegencySecrets secrets) : IUseCase<AnswerBack, ComplaintView>
{
    private const int LeastReason = 10;
    private const int LongestReason = 2000;

    public async Task<Outcome<ComplaintView>> HandleAsync(AnswerBack input, CancellationToken ct)
    {
        if (input.Move is not (ComplaintMove.Accept or ComplaintMove.Contest or ComplaintMove.Withdraw)) return Problems.IllegalMove;
        var number = await holder.ProveAsync(input.Number, input.Secret, ct);
        if (!number.Succeeded) return number.Problem;
        var reason = input.Reason.Trim();
        if (input.Move == ComplaintMove.Contest && !PlainWords.Fit(reason, LeastReason, LongestReason))
            return Problems.Field("/reason", $"Tulis mengapa jawaban belum cukup, {LeastReason} sampai {LongestReason} huruf.");

        var changed = await book.ChangeAsync(number.Value, null, c => ComplaintMoves.Allows(input.Move, c.State) ? null : Problems.IllegalMove, (complaint, now) =>
        {
            if (input.Move == ComplaintMove.Accept) complaint.Accept(now);
            else if (input.Move == ComplaintMove.Withdraw) complaint.Withdraw(now);
            else complaint.Contest(secrets.SealReason(reason), now);
        }, ComplaintBook.Citizen, ct);
        return changed.Succeeded ? views.Of(changed.Value) : changed.Problem;
    }
}

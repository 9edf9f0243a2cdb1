using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Lapor;
using MppDigital.Platform.Jobs;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Asks SP4N-LAPOR! what became of the complaints that it took. The same news twice changes nothing.</summary>
internal sealed class FollowChannel(IDbContextFactory<RegencyDbContext> contexts, ComplaintBook book, LaporClient lapor, RegencySecrets secrets) : IRegencyTask
{
    public const string TaskKind = "follow-lapor";

    private const int MostAtOnce = 100;
    private const int MostMisses = 3;

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        List<(string Number, string Reference)> waiting;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            waiting = (await db.Complaints.AsNoTracking().Where(c => c.State == ComplaintState.Outside && c.Reference != null).OrderBy(c => c.DueAt).Take(MostAtOnce).Select(c => new { c.Number, c.Reference }).ToListAsync(ct))
                .ConvertAll(c => (c.Number, c.Reference!));
        }

        var misses = 0;
        foreach (var (number, reference) in waiting)
        {
            // A channel that is silent for three is silent for the rest; the next walk asks again.
            if (misses >= MostMisses) return;
            if (await lapor.AskAsync(reference, ct) is not Lookup<Connectors.Lapor.ComplaintState>.Found { Data.Status: var status })
            {
                misses++;
                continue;
            }

            if (MoveOf(status) is not { } move) continue;
            await book.ChangeAsync(number, null, c => ComplaintMoves.Allows(move, c.State) ? null : Problems.IllegalMove, (complaint, now) =>
            {
                if (move == ComplaintMove.ComeBack) complaint.ComeBack(now);
                else if (move == ComplaintMove.CloseOutside) complaint.CloseOutside(now);
                else complaint.Answer(ComplaintActor.Channel, "", secrets.SealReason($"Dijawab di SP4N-LAPOR! dengan nomor {reference}. Jawabannya dapat dibaca di lapor.go.id."), now);
            }, "lapor", ct);
        }
    }

    /// <returns>Null while nothing is decided there.</returns>
    private static ComplaintMove? MoveOf(ComplaintStatus status) => status switch
    {
        ComplaintStatus.Answered => ComplaintMove.AnswerOutside,
        ComplaintStatus.Closed or ComplaintStatus.Archived => ComplaintMove.CloseOutside,
        ComplaintStatus.NotOurAuthority => ComplaintMove.ComeBack,
        _ => null,
    };
}

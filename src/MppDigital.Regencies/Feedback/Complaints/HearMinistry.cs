using Microsoft.Extensions.DependencyInjection;
using MppDigital.National.Voice;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Brings what the ministry told this regency to do into its own complaints, each instruction once.</summary>
internal sealed class HearMinistry(IUseCase<ListInstructions, IReadOnlyList<GivenInstruction>> list, ComplaintBook book, RegencySecrets secrets, CurrentRegency current)
{
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var given in (await list.HandleAsync(new ListInstructions(current.Value.Code), ct)).Value ?? [])
        {
            if (await book.ReadAsync(given.Number, ct) is not { } complaint || !Is(given, complaint)) continue;
            await book.ChangeAsync(given.Number, null, c => Is(given, c) ? null : Problems.IllegalMove, (c, now) => c.Instruct(given.By, secrets.SealReason(given.Text), now), "ministry", ct);
        }
    }

    private static bool Is(GivenInstruction given, Complaint complaint) =>
        ComplaintMoves.Allows(ComplaintMove.Instruct, complaint.State) && !complaint.Events.Any(e => e.Kind == "instructed" && e.At >= given.At);
}

/// <summary>At once after the ministry wrote. The handler asks for its parts late, for every job resolves all handlers and only some run in a regency.</summary>
internal sealed class HearMinistryJob(IServiceProvider services) : IJobHandler
{
    public const string JobKind = "hear-ministry";

    public string Kind => JobKind;

    public Task RunAsync(string payload, CancellationToken ct) => services.GetRequiredService<HearMinistry>().RunAsync(ct);
}

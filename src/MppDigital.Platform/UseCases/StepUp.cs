namespace MppDigital.Platform.UseCases;

/// <summary>
/// What is hard to undo (signing, giving and taking roles, exports, refunds) asks for a second factor that was shown a short while ago. The
/// use case says so, after every other reason to refuse; Web turns it into RFC 9470 for programs and into a way through the login for people.
/// </summary>
public static class StepUp
{
    public static Problem Required { get; } = new(ProblemKind.Unauthenticated, "step-up-required", "Tindakan ini meminta faktor kedua yang baru. Konfirmasi, lalu ulangi.")
    {
        DetailEn = "This needs a second factor that was shown just now. Confirm, then repeat.",
    };
}

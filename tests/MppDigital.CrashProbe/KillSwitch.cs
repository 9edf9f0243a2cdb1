using System.Diagnostics;

namespace MppDigital.CrashProbe;

/// <summary>
/// Ends this process as <c>kill -9</c> does, at the n-th moment that matters to a database: after each statement that writes, before each
/// commit and after it. Reads pass uncounted, for a process that dies after a read leaves what one leaves that dies before it.
/// </summary>
internal sealed class KillSwitch(int at) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private int left = at;

    public void Arm() => DiagnosticListener.AllListeners.Subscribe(this);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var counts = value.Key.Split('.')[^1] switch
        {
            "TransactionCommitting" or "TransactionCommitted" => true,
            "CommandExecuted" => value.Value is not Microsoft.EntityFrameworkCore.Diagnostics.CommandEventData data || !data.Command.CommandText.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        if (counts && Interlocked.Decrement(ref left) == 0) Process.GetCurrentProcess().Kill();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Login.Accounts;

namespace MppDigital.Login.Tests.SignIn;

/// <summary>Writes down what one call does that takes time: statements to the database as they are sent, and password hashes. Other calls at the same time are not seen.</summary>
internal sealed class WorkCounter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    public const string Hash = "a password hash";

    private readonly AsyncLocal<List<string>?> current = new();

    private readonly List<IDisposable> subscriptions = [];

    public WorkCounter() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> call)
    {
        var seen = new List<string>();
        current.Value = seen;
        await call();
        current.Value = null;
        return seen;
    }

    public void CountHashes(IServiceCollection services) => services.AddSingleton<IPasswordHasher<Account>>(new CountingHasher(this));

    public void Dispose() => subscriptions.ForEach(s => s.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") subscriptions.Add(value.Subscribe(this));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData command && value.Key == RelationalEventId.CommandExecuting.Name) Note(command.Command.CommandText);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Note(string what)
    {
        if (current.Value is not { } seen) return;
        lock (seen) seen.Add(what);
    }

    private sealed class CountingHasher(WorkCounter counter) : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> hasher = new();

        public string HashPassword(Account user, string password)
        {
            counter.Note(Hash);
            return hasher.HashPassword(user, password);
        }

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            counter.Note(Hash);
            return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

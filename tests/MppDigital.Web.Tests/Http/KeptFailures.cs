using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MppDigital.Web.Tests.Http;

/// <summary>What the program logged as an error, so that a failing test can say why.</summary>
internal sealed class KeptFailures : ILoggerProvider
{
    private readonly ConcurrentQueue<string> kept = new();

    public IReadOnlyList<string> All => [.. kept];

    public ILogger CreateLogger(string categoryName) => new Keeper(categoryName, kept);

    public void Dispose()
    {
    }

    private sealed class Keeper(string category, ConcurrentQueue<string> kept) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) kept.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}

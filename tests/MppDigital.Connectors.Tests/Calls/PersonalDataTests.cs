using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using MppDigital.Connectors.Dukcapil;
using MppDigital.Connectors.Facts;
using MppDigital.Connectors.Products;
using MppDigital.Connectors.SatuSehat;
using MppDigital.Connectors.Tests.Dukcapil;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.Tests.Calls;

public sealed class PersonalDataTests
{
    private static readonly string Nik = SyntheticPeople.NikOf("1375", 0);

    [Theory]
    [InlineData("answer")]
    [InlineData("500")]
    [InlineData("wrong-data")]
    public async Task Writes_no_number_and_no_name_into_logs_addresses_or_traces(string fault)
    {
        var lines = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => lines.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(traces);
        await using var connectors = await RunningConnectors.StartAsync(logs: new Lines(lines));
        await connectors.SwitchAsync("Dukcapil", fault);
        await connectors.SwitchAsync("SatuSehat", fault);

        await connectors.Get<DukcapilClient>().GetPersonAsync(Nik, default);
        await connectors.Get<DukcapilClient>().GetFamilyCardAsync(Nik, default);
        await connectors.Get<IProductRegister>().MakeAsync(DukcapilProductsTests.Birth("1375-26-000017"), default);
        await connectors.Get<SatuSehatClient>().GetHealthWorkerAsync(Nik, default);

        var written = string.Join('\n', lines);
        Assert.Contains("dukcapil/person", written, StringComparison.Ordinal);
        Assert.Contains("dukcapil/product", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Aisyah", written, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, written, StringComparison.Ordinal);
        Assert.DoesNotContain(SyntheticPeople.Find(Nik, new DateOnly(2026, 11, 19))!.Name, written, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_number_out_of_a_printed_request()
    {
        Assert.DoesNotContain(Nik, new FactRequest("person.name", Nik, RegencyCode.Parse("13.75")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Nik, DukcapilProductsTests.Birth("1375-26-000017").ToString(), StringComparison.Ordinal);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

namespace MppDigital.Regencies.Visits.Queue;

/// <summary>
/// How long a visit really takes today, by service and by counter. Few measurements say little: they are mixed with the usual time as if that had been
/// measured <see cref="UsualWeight"/> times. One visit that took all morning, or a button pressed at once, must not move everybody's time: what lies beyond
/// four times or below a quarter of the usual counts as that.
/// </summary>
internal sealed class ServiceTimes
{
    private const int UsualWeight = 5;
    private const int ServiceWeight = 8;
    private const double Widest = 4;

    private readonly Dictionary<string, (double Seconds, int Count)> services = [];
    private readonly Dictionary<(Guid Counter, string Service), (double Seconds, int Count)> counters = [];

    /// <param name="usual">What the line's definition says.</param>
    public void Add(string service, Guid counter, TimeSpan took, TimeSpan usual)
    {
        var seconds = Math.Clamp(took.TotalSeconds, usual.TotalSeconds / Widest, usual.TotalSeconds * Widest);
        services[service] = Plus(services.GetValueOrDefault(service), seconds);
        counters[(counter, service)] = Plus(counters.GetValueOrDefault((counter, service)), seconds);
    }

    public TimeSpan Of(string service, TimeSpan usual) => TimeSpan.FromSeconds(Mixed(services.GetValueOrDefault(service), usual.TotalSeconds, UsualWeight));

    /// <summary>At this counter, where somebody may be quicker or slower than the others.</summary>
    public TimeSpan Of(string service, Guid counter, TimeSpan usual) =>
        TimeSpan.FromSeconds(Mixed(counters.GetValueOrDefault((counter, service)), Of(service, usual).TotalSeconds, ServiceWeight));

    private static (double Seconds, int Count) Plus((double Seconds, int Count) sum, double seconds) => (sum.Seconds + seconds, sum.Count + 1);

    private static double Mixed((double Seconds, int Count) measured, double prior, int weight) => (measured.Seconds + (prior * weight)) / (measured.Count + weight);
}

using System.Globalization;

namespace MppDigital.Benchmarks.Running;

internal static class Machine
{
    public static string LoadAverage => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static bool IsBusy(string loadAverage) => double.Parse(loadAverage, CultureInfo.InvariantCulture) > Environment.ProcessorCount / 2.0;

    public static string Describe()
    {
        var gigabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, {gigabytes:0} GB, {Environment.OSVersion.Platform} {Environment.OSVersion.Version}, .NET {Environment.Version}");
    }
}
